import type { Chapter, EventOf } from '@lookback/kernel';
import { journalProjection, Projector, type ProjectorDependencies, stateProjection } from '@lookback/log/read-model';
import { type Happening, types } from '../happenings.js';
import { type Measured, timed } from '../measured.js';
import { CaseRow, CaseStateRow } from './case-rows.js';
import type { Urls } from '../databases.js';
import { logOn } from './log-on.js';

type Projection = ProjectorDependencies['projections'][number];

/** A row an entry. */
export const journal: Projection = journalProjection<CaseRow, EventOf>({
  name: 'case-rows',
  table: CaseRow,
  rows: ({ stream, data }) => {
    const { amountFen, phase } = data as Happening['data'];
    return [{ stream, amountFen, phase }];
  },
});

type Folded = Omit<CaseStateRow, 'stream'>;
const chapter = {
  initial: { happenings: 0, amountFen: 0, phase: '' },
  evolve: Object.fromEntries(
    types.map((type) => [
      type,
      ({ happenings, amountFen }: Folded, said: Happening['data']) => ({
        happenings: happenings + 1,
        amountFen: amountFen + said.amountFen,
        phase: said.phase,
      }),
    ]),
  ),
} as unknown as Chapter<Folded, EventOf>;

/** A row a case. */
export const state: Projection = stateProjection({
  name: 'case-states',
  kind: 'case',
  chapter,
  tables: { case: CaseStateRow },
  rows: ({ state: folded }) => ({ case: [folded] }),
});

/** Follows the whole log from its beginning with live tables, as a projector that was away does. */
export async function followed(urls: Urls, projection: Projection): Promise<Measured> {
  const { database, log, owner } = await logOn(urls);
  const projector = () => new Projector({ log, database: database.readModels, projections: [projection] });
  await owner.query('DROP TABLE IF EXISTS read.checkpoint, read.parked, read.case_row, read.case_state');
  const before = projector();
  await before.start();
  await before.stop();
  await owner.query('UPDATE read.checkpoint SET position = 0');
  for (const { tableName } of database.readModels.entityMetadatas)
    await owner.query(`DELETE FROM read.${tableName}`).catch(() => undefined);
  const following = projector();
  const told = await timed(async () => {
    const head = await log.head();
    await following.start();
    await following.reached(head, { timeoutMs: 600_000 });
    return head;
  });
  await following.stop();
  return told;
}
