import type { Digest, PersonId, UnitId } from '@lookback/kernel';
import * as did from './assistance.events.js';
import type { Helper } from './assistance.events.js';
import { type HelperListed, TakeOverHelpers } from './take-over.js';

const helper = (person: string, unit: string, rank: Helper['rank']): Helper => ({ person: person as PersonId, unit: unit as UnitId, rank });

export const liMin = helper('p-li-min', 'u-education', 'department-leader');
export const fangWei = helper('p-fang-wei', 'u-finance', 'cadre');
export const wangGang = helper('p-wang-gang', 'u-education', 'county-leader');

const stated = { affiliation: 'county', startedOn: '2015-03-15', asWritten: null } as const;
const source = { file: 'a'.repeat(64) as Digest, sheet: 1 };

/** What a list asks for that names these helpers, from row 4 on. */
export const listed = (...helpers: readonly (Helper & Partial<HelperListed>)[]): TakeOverHelpers =>
  TakeOverHelpers.from({ source, helpers: helpers.map((one, i) => ({ row: 4 + i, ...stated, ...one })) });

/** What is recorded of a row. */
export const brought = (one: Helper, row = 4) => did.helperTakenOver({ ...one, ...stated, source: { ...source, row } });
