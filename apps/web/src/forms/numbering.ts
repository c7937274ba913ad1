import { createContext } from 'react';
import { answer, api, type Shapes } from '../api/ask.js';
import { Refused } from '../api/problem-details.js';
import type { Field, Fields, FormValues } from './field.js';

/** What the office numbers. */
export type Series = NonNullable<Field['series']>;

/** Of which county a form's numbers are, by a region in it, and under which key they are reserved: asked for again, the form gets the same. */
export interface Numbering {
  readonly region: string;
  readonly key: string;
}
export const numberings = createContext<Numbering | undefined>(undefined);

/** The next number of a series. Throws Refused or ConnectionLost. */
export async function nextNumber(series: Series, { region, key }: Numbering, signal: AbortSignal): Promise<string> {
  const asked = { signal, body: { region }, headers: { 'Idempotency-Key': key } };
  return (await answer(series === 'problem' ? api.POST('/numbers/problem', asked) : api.POST('/numbers/cancellation', asked))).number;
}

/** A number that stands in the county already, with the field that says it. */
export interface Standing {
  readonly field: string;
  readonly number: string;
  /** As far as the reader may look. */
  readonly places: readonly Shapes['NumberPlace'][];
}

/** Which of the numbers that a command gives stands in the county already. One typed wrong is none: the command says why. */
export async function standingAlready(fields: Fields, said: FormValues, region: string): Promise<Standing | undefined> {
  const [field] = Object.entries(fields).find(([, { series }]) => series) ?? [];
  const number = field === undefined ? undefined : said[field];
  if (field === undefined || typeof number !== 'string') return undefined;
  try {
    const { stands, places } = await answer(api.POST('/numbers/standing', { body: { number, region } }));
    return stands ? { field, number, places } : undefined;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 400) return undefined;
    throw error;
  }
}
