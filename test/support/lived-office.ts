import { daysAfter, type Holder, type PersonId, type StreamName, type UnitId } from '@lookback/kernel';
import { readFileSync } from 'node:fs';
import { excerptBytes, imported } from './importing.js';
import { type Office } from './office.js';
import { problemsLived } from './problem-lives.js';
import { RandomAmendments } from './random-amendments.js';
import { liveThrough, seeded } from './random-lives.js';
import { householdsRows, rosterOf } from './rosters.js';
import { signedInAs, type Staff, staffed } from './staff.js';

interface Lived {
  /** Of a made-up list, besides those of the excerpts. */
  readonly households: number;
  readonly commands: number;
  readonly problems: number;
  /** Corrections, strikings-out and reports, answered or not, of whatever happened before. */
  readonly amendments: number;
  readonly seed: number;
}

/** Lets much happen in a new office: the excerpts of Yongshou's lists are taken over, random commands asked, problems found, and much of it amended. */
export async function lived(office: Office, { households, commands, problems, amendments, seed }: Lived): Promise<Staff> {
  const staff = await staffed(office.ask, office.password);
  const { token } = staff.operator;
  await imported(office.ask, excerptBytes(), token);
  for (const list of ['pairing', 'ledger'])
    await imported(office.ask, readFileSync(new URL(`../data/${list}-excerpt.xlsx`, import.meta.url)), token, '', list);
  if (households > 0) await imported(office.ask, await rosterOf(householdsRows(households)), token);
  await liveThrough(office, signedInAs(staff.operator), commands, seed);
  await problemsLived(office.system.log, problems, '2018-12-31', castOf(staff), seed);
  const random = seeded(seed);
  const { rows } = await office.owner.query<{ stream: StreamName }>(
    "SELECT stream FROM log.stream WHERE stream LIKE 'household-%' ORDER BY first_position",
  );
  const anyDay = () => daysAfter('2016-06-01', Math.floor(random() * 900));
  await new RandomAmendments(office.system.log, random, anyDay).made(rows.map(({ stream }) => stream), amendments); // prettier-ignore
  return staff;
}

const castOf = ({ units, operator, chief }: Staff) => ({
  units: [units.office, units.township],
  people: [operator.person ?? '', chief.person ?? ''],
  handler: {
    person: chief.person as PersonId,
    post: 'administrator' as Holder['post'],
    unit: units.office as UnitId,
    level: 'county' as const,
  },
});
