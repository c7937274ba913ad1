import type { StreamName } from '@lookback/kernel';
import type { System } from '@lookback/application/system';
import type { Commit } from '@lookback/log/event-log';
import { seeded } from '../../support/random-lives.js';
import { commitOn } from './commit.js';
import { county, homeOf } from './home.js';
import { lastDay } from './plan.js';
import { said } from './said.js';
import { Officials } from './officials.js';

const kinds = ['visit', 'visit', 'visit', 'met', 'lost', 'income', 'living'] as const;
const atOnce = 1_000;
/** Another seed than that of any county: these facts were not told before. */
const seed = 7;

/** Records facts of as many households, a tenth of them of half a year ago, as an office does in some weeks. Gives where the log stands then. */
export async function appendedTo({ log, database }: System, entries: number): Promise<number> {
  const { rows } = await database.pool.query<{ stream: StreamName; revision: number }>(
    "SELECT stream, revision FROM log.stream WHERE stream LIKE 'household-%' ORDER BY first_position LIMIT $1",
    [entries],
  );
  const [random, home] = [seeded(seed), homeOf(0, seed, new Officials(county))];
  const commits = rows.map(({ stream, revision }): Commit => {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'visit';
    const on = lastDay - (random() < 0.1 ? 180 : 0);
    return commitOn(stream, revision, on, said[kind](home, kind === 'income' ? 6 : 2, on));
  });
  for (let from = 0; from < commits.length; from += atOnce)
    for (const outcome of await log.appendMany(commits.slice(from, from + atOnce))) if (outcome instanceof Error) throw outcome;
  return log.head();
}
