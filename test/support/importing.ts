import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { readFileSync } from 'node:fs';
import type { Ask } from './asking.js';
import { mustBe } from './staff.js';
import { until } from './until.js';

/** A takeover, as `/imports/…` shows it. */
export class Job {
  id: string;
  state: 'running' | 'done' | 'stopped' | 'failed';
  report: Report | null;
  problem: { readonly status: number; readonly type?: string; readonly title: string; readonly titleZh: string } | null;
  hasRefused: boolean;
}

/** What became of a list. */
export class Report {
  rows: number;
  households: number;
  people: number;
  accepted: number;
  refused: number;
  alreadyThere: number;
  differing: number;
  duplicates: number;
  duplicatePlaces: readonly (readonly { readonly household: string; readonly row?: number }[])[];
  helpers: number;
  peopleRegistered: number;
  unitsRegistered: number;
  affiliationsDiffering: number;
  headsDiffering: number;
  problems: number;
  stated: Readonly<Record<string, number>>;
  officials: number;
  officialsMatched: number;
  entries: number;
  stopped: boolean;
  sheets: readonly string[];
  sheetsLeftOut: readonly { readonly sheet: string; readonly missing: readonly string[] }[];
  rowsAside: number;
  asidePlaces: readonly { readonly sheet: string; readonly row: number }[];
  dryRun: boolean;
  faults: readonly {
    readonly rule: string;
    readonly sheet: string;
    readonly row: number;
    readonly column: string;
    readonly en: string;
    readonly zh: string;
  }[];
}

export const excerpt = new URL('../data/roster-excerpt.xlsx', import.meta.url);
export const excerptBytes = (): Uint8Array => readFileSync(excerpt);
/** A household of the excerpt: three people, taken over as exited. */
export const knownHousehold = '610426001200000001';
/** Its id: commands are asked of ids. */
export const knownId = listedHouseholdId('610426' as RegionCode, knownHousehold as HouseholdNumber);
/** 档案号: what lists of households lead to it by. */
export const knownFile = knownId.slice(0, 8);
/** Facts of specs take effect after this day. */
export const listedOn = '2016-12-31';

/** Uploads a list and waits for its end. */
export async function imported(ask: Ask, bytes: Uint8Array, token: string, options = '', list = 'roster', dated = listedOn): Promise<Job> {
  const begun = await mustBe(202, ask('POST', `/imports/${list}?dated=${dated}${options}`, bytes, token));
  const { id } = begun.as(Job);
  return until('the end of an import', async () => {
    const job = (await mustBe(200, ask('GET', `/imports/${id}`, undefined, token))).as(Job);
    return job.state === 'running' ? undefined : job;
  });
}
