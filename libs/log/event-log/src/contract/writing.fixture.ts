import type { Appended, EventLog } from '../port/event-log.js';
import { WrongExpectedRevision } from '../port/errors.js';
import { commit, counts, stream } from './events.fixture.js';

/** What a writer was told was recorded. */
export interface Acknowledged {
  readonly stream: string;
  readonly key: string;
  readonly position: number;
}

/** Many commits at once from one process: to streams of its own, and to one for which all writers compete. */
export async function writeMany(log: EventLog, writer: string, commits: number): Promise<Acknowledged[]> {
  const written: Acknowledged[] = [];
  const lane = async (first: number) => {
    for (let i = first; i < commits; i += 8) {
      const to = stream(i % 4 === 0 ? 'shared' : `${writer}-${String(i % 32)}`);
      const key = `${writer}/${String(i)}`;
      written.push({ stream: to, key, position: (await appendRetrying(log, to, key, i)).position });
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, first) => lane(first)));
  return written;
}

async function appendRetrying(log: EventLog, to: ReturnType<typeof stream>, key: string, i: number): Promise<Appended> {
  for (let expected = 0; ;) {
    try {
      return await log.append(commit(to, expected, counts(...Array.from({ length: 1 + (i % 3) }, () => i)), { key }));
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      expected = error.actual;
    }
  }
}
