import { describe, expect, it } from '@jest/globals';
import { opened } from '../../contract/opened.fixture.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { openPostgres } from './postgres.fixture.js';

const opening = opened(() => openPostgres(catalogue));

/** Cuts every connection of the application. */
const cut = () =>
  opening.it.database.ownerPool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'lookback_app'`,
  );

describe('a log whose connection is lost', () => {
  it('records once what was in flight, and answers', async () => {
    const { log } = opening.it;
    const lock = await opening.it.database.ownerPool.connect();
    await lock.query('BEGIN; SELECT FROM log.head FOR UPDATE');
    const appending = Promise.all([log.append(commit(stream('a'), 0, counts(1))), log.append(commit(stream('b'), 0, counts(1, 2)))]);
    try {
      await waiting(1);
      await cut();
    } finally {
      await lock.query('COMMIT');
      lock.release();
    }
    expect(await appending).toMatchObject([{ revision: 1 }, { revision: 2 }]);
    expect(await log.head()).toBe(3);
  });

  it('goes on telling its subscribers, from where they were', async () => {
    const { log } = opening.it;
    const heard: number[] = [];
    let enough: (() => void) | undefined;
    const until = (count: number) => new Promise<void>((done) => (enough = () => { if (heard.length >= count) done(); })); // prettier-ignore
    const caughtUp = until(3);
    const subscription = opening.it.another().subscribe({ after: 0 }, (batch) => {
      heard.push(...batch.map(({ position }) => position));
      enough?.();
      return Promise.resolve();
    });
    await caughtUp;
    await cut();
    const followed = until(5);
    await log.append(commit(stream('c'), 0, counts(1, 2)));
    await followed;
    await subscription.stop();
    expect(heard).toEqual([1, 2, 3, 4, 5]);
  });
});

/** Comes back when so many appends wait for the head. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await opening.it.database.ownerPool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%log.append%'`,
    );
    if ((rows[0]?.n ?? 0) >= count) return;
  }
}
