import { describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { LogUnavailable, LogBusy } from '../../port/errors.js';
import { opened } from '../../contract/opened.fixture.js';
import type { WrittenEntry } from '../../port/stored-entry.js';
import { catalogue, commit, counts, grown, stream } from '../../contract/events.fixture.js';
import { capacity, GroupCommitter } from './group-committer.js';
import { openPostgres } from './postgres.fixture.js';

const opening = opened(() => openPostgres(catalogue));
const owner = () => opening.it.database.ownerPool;

/** Holds the head, so that what is under way stays under way and the rest gathers behind it. */
async function holdingHead<T>(doing: (release: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const client: PoolClient = await owner().connect();
  await client.query('BEGIN; SELECT FROM log.head FOR UPDATE');
  const release = () => client.query('COMMIT');
  try {
    return await doing(release);
  } finally {
    await release();
    client.release();
  }
}

async function underWay(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%log.append%'`;
  while ((await owner().query(waiting)).rowCount === 0);
}

const appendEach = (ids: readonly string[]) => Promise.all(ids.map((id) => opening.it.log.append(commit(stream(id), 0, counts(1)))));
const ids = (prefix: string, many: number) => Array.from({ length: many }, (_, i) => `${prefix}-${String(i)}`);

describe('the committer', () => {
  it('gathers what comes while others are under way: one transaction for as many as a batch holds', async () => {
    const answers = await holdingHead(async (release) => {
      const alone = appendEach(['alone']);
      await underWay();
      const together = appendEach(ids('together', 2 * capacity.commits + 88));
      await release();
      return [...(await alone), ...(await together)];
    });
    expect(answers.map(({ position }) => position).sort((a, b) => a - b)).toEqual(answers.map((_, i) => i + 1));
    const { rows } = await owner().query('SELECT count(*)::int AS entries FROM log.entry GROUP BY xmin::text ORDER BY entries');
    expect(rows).toEqual([1, 88, capacity.commits, capacity.commits].map((entries) => ({ entries })));
  });

  it('enters two commits of a stream one after the other, each on the revision that it expects', async () => {
    const { log } = opening.it;
    const answers = await Promise.all([0, 1, 2].map((expected) => log.append(commit(stream('twice'), expected, counts(expected)))));
    expect(answers.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('lets a commit that PostgreSQL refuses fail alone, and burns no position', async () => {
    await owner().query(`ALTER TABLE log.entry ADD CONSTRAINT poison CHECK (type <> 'Grown')`);
    const head = await opening.it.log.head();
    const poisoned = opening.it.log.append(commit(stream('poison'), 0, [grown({ metres: 1 })])).catch((error: unknown) => error);
    const sound = await appendEach(ids('sound', 20));
    expect(await poisoned).toMatchObject({ code: '23514' });
    expect(sound.map(({ position }) => position - head).sort((a, b) => a - b)).toEqual(sound.map((_, i) => i + 1));
    await owner().query('ALTER TABLE log.entry DROP CONSTRAINT poison');
  });

  it('says that the log is away, to all in one go, where nothing can be recorded, and goes on when it can', async () => {
    const clock = (body: string) =>
      owner().query(`CREATE OR REPLACE FUNCTION log.now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$BEGIN ${body}; END$$`);
    await clock(`RAISE 'disk full' USING ERRCODE = '53100'`);
    const told = await Promise.allSettled(ids('full', 5).map((id) => opening.it.log.append(commit(stream(id), 0, counts(1)))));
    expect(told.map((one) => one.status === 'rejected' && one.reason instanceof LogUnavailable)).toEqual(told.map(() => true));
    await clock('RETURN clock_timestamp()');
    expect(await appendEach(['roomy'])).toMatchObject([{ revision: 1 }]);
  });

  it('takes no more than may wait, and takes again when they are recorded', async () => {
    const committer = new GroupCommitter(opening.it.database.pool);
    const head = await opening.it.log.head();
    const entering = await holdingHead(async () => {
      const first = committer.enter([entryOf('wait-first')]);
      await underWay();
      const rest = ids('wait', capacity.waitingCommits).map((id) => committer.enter([entryOf(id)]));
      expect(() => { committer.requireRoom(1); }).toThrow(LogBusy); // prettier-ignore
      expect(committer.queued).toBe(capacity.waitingCommits);
      return [first, ...rest];
    });
    await Promise.all(entering);
    expect(() => { committer.requireRoom(1); }).not.toThrow(); // prettier-ignore
    expect(committer.queued).toBe(0);
    expect(await opening.it.log.head()).toBe(head + entering.length);
  });
});

const entryOf = (id: string): WrittenEntry => ({
  stream: stream(id),
  revision: 1,
  id: '9d492cbe-add7-58d5-9ec5-fd9e5320e8e3' as never,
  type: 'Counted',
  version: 1,
  salt: Buffer.alloc(16),
  mac: 'k1.none',
  data: '{}',
  metadata: '{}',
});
