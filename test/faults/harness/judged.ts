import type { EventLog } from '@lookback/log/event-log';
import type { System } from '@lookback/application/system';

/** What a log holds of what was acknowledged. */
export interface Judged {
  readonly entries: number;
  readonly acknowledgements: number;
  /** Acknowledged, and in the log at the position told. */
  readonly found: number;
  /** Positions that are missing. */
  readonly gaps: number;
  /** Keys under which more than one entry stands. */
  readonly duplicates: number;
}

/** Reads the whole log, each MAC checked, and holds it against what was acknowledged: positions by key, as the askers gave it. */
export async function judged(log: Pick<EventLog, 'readAll'>, acknowledged: ReadonlyMap<string, number>): Promise<Judged> {
  const standing = new Map<string, number[]>();
  let [entries, last] = [0, 0];
  for await (const batch of log.readAll({ after: 0 }))
    for (const { key, position } of batch) {
      entries += 1;
      last = position;
      const asked = key.slice(key.indexOf('/') + 1);
      standing.set(asked, [...(standing.get(asked) ?? []), position]);
    }
  const positions = [...acknowledged].map(([key, position]) => ({ position, stands: standing.get(key) ?? [] }));
  return {
    entries,
    acknowledgements: acknowledged.size,
    gaps: last - entries,
    found: positions.filter(({ position, stands }) => stands.includes(position)).length,
    duplicates: positions.filter(({ stands }) => stands.length > 1).length,
  };
}

/** How many rows of the read models, once they have come up to the log, differ from what the whole log gives. */
export async function differing({ log, projector }: Pick<System, 'log' | 'projector'>): Promise<number> {
  await projector.start();
  await projector.reached(await log.head(), { timeoutMs: 60_000 });
  const compared = await projector.rebuild(undefined, { compare: true });
  return compared.differing.reduce((sum, { rows }) => sum + rows, 0);
}
