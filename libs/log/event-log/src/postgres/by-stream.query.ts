import { escapeLiteral } from 'pg';
import { byGroups, type StreamLength } from '../by-groups.js';
import type { ByStreamRange } from '../event-log.js';
import { LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import { entriesWhere } from './all.query.js';
import type { Source } from './copied.js';
import { lastRevision } from './entries.query.js';
import { patiently } from './patience.js';
import { requireWhole } from './wholeness.js';

interface Standing extends StreamLength {
  /** Position of its last entry. */
  readonly last: number;
}

/** Every stream as it stood at a position, in the order of their names: a range of that order is one COPY along the index of streams. */
export async function* storedByStream(source: Source, { upTo, kinds }: ByStreamRange): AsyncGenerator<StoredEntry[][]> {
  let entries = 0;
  const read = async (group: readonly Standing[]) => byStream(await patiently(() => entriesOf(source, group, upTo)), group, upTo);
  for await (const streams of byGroups(standing(source, { upTo, kinds }), read)) {
    for (const { length } of streams) entries += length;
    yield streams;
  }
  // Positions have no gaps: up to one there are as many entries as it says.
  if (!kinds && entries !== upTo)
    throw new LogBroken(`of the first ${String(upTo)} entries of the log ${String(upTo - entries)} are missing`);
}

/** Between which names those of a kind stand: the sign after `-` is `.`. A name begins with a small letter. */
const between = (kind: string): readonly [string, string] => [`${kind}-`, `${kind}.`];
const anyName = ['', '{'] as const;

const namesAtOnce = 2_000;
const streamsAfter = `SELECT stream, revision, last_position::float8 AS last FROM log.stream
  WHERE stream > $1 AND stream < $2 AND first_position <= $3 ORDER BY stream LIMIT ${String(namesAtOnce)}`;

async function* standing({ pool }: Source, { upTo, kinds }: ByStreamRange): AsyncGenerator<Standing> {
  for (const [first, end] of kinds?.map(between) ?? [anyName])
    for (let [after, found] = [first, namesAtOnce]; found === namesAtOnce;) {
      const values = [after, end, upTo];
      const { rows } = await patiently(() => pool.query<Standing>({ name: 'log.streams-after', text: streamsAfter, values }));
      yield* rows;
      [after, found] = [rows.at(-1)?.stream ?? after, rows.length];
    }
}

function entriesOf(source: Source, group: readonly Standing[], upTo: number): Promise<StoredEntry[]> {
  const [first = '', last = ''] = [group[0], group.at(-1)].map((one) => escapeLiteral(one?.stream ?? ''));
  return entriesWhere(source, `e.stream BETWEEN ${first} AND ${last} AND e.position <= ${String(upTo)} ORDER BY e.stream, e.revision`);
}

/** @throws LogBroken where an entry that a stream had at the position is not among those read. */
function byStream(entries: readonly StoredEntry[], group: readonly Standing[], upTo: number): StoredEntry[][] {
  const streams = new Map(group.map(({ stream }): [string, StoredEntry[]] => [stream, []]));
  for (const entry of entries) streams.get(entry.stream)?.push(entry);
  for (const { stream, revision, last } of group) {
    const own = streams.get(stream) ?? [];
    requireWhole({ entries: own, standsAt: last <= upTo ? revision : own.length }, { stream, from: 1, to: lastRevision });
  }
  return [...streams.values()];
}
