import { escapeLiteral } from 'pg';
import { byGroups, type StreamLength } from '../by-groups.js';
import type { ByStreamRange } from '../../port/event-log.js';
import { LogCorrupted, loudly, type OnBroken } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { entriesWhere } from './all.query.js';
import type { CopySource } from './copy-out.js';
import { lastRevision } from './entries.query.js';
import { withRetry } from '../with-retry.js';
import { faultIn } from './gap-check.js';

interface Standing extends StreamLength {
  /** Position of its last entry. */
  readonly last: number;
}

/** Every stream as it stood at a position, in the order of their names: a range of that order is one COPY along the index of streams. */
export async function* storedByStream(
  source: CopySource,
  { upTo, kinds, onBroken = loudly }: ByStreamRange,
): AsyncGenerator<StoredEntry[][]> {
  let [entries, told] = [0, false];
  const tell: OnBroken = (broken) => {
    told = true;
    onBroken(broken);
  };
  const telling = onBroken === loudly ? source : { ...source, onBroken: tell };
  const read = async (group: readonly Standing[]) =>
    byStream(await withRetry(() => entriesOf(telling, group, upTo)), { group, upTo, tell });
  for await (const streams of byGroups(standing(source, { upTo, kinds }), read)) {
    for (const { length } of streams) entries += length;
    yield streams;
  }
  // Positions have no gaps: up to one there are as many entries as it says. What was told accounts for those that were left out.
  if (!kinds && entries !== upTo && !told) onBroken(new LogCorrupted('missing', {}));
}

/** Between which names those of a kind stand: the sign after `-` is `.`. A name begins with a small letter. */
const between = (kind: string): readonly [string, string] => [`${kind}-`, `${kind}.`];
const anyName = ['', '{'] as const;

const namesAtOnce = 2_000;
const streamsAfter = `SELECT stream, revision, last_position::float8 AS last FROM log.stream
  WHERE stream > $1 AND stream < $2 AND first_position <= $3 ORDER BY stream LIMIT ${String(namesAtOnce)}`;

async function* standing({ pool }: CopySource, { upTo, kinds }: ByStreamRange): AsyncGenerator<Standing> {
  for (const [first, end] of kinds?.map(between) ?? [anyName])
    for (let [after, found] = [first, namesAtOnce]; found === namesAtOnce;) {
      const values = [after, end, upTo];
      const { rows } = await withRetry(() => pool.query<Standing>({ name: 'log.streams-after', text: streamsAfter, values }));
      yield* rows;
      [after, found] = [rows.at(-1)?.stream ?? after, rows.length];
    }
}

function entriesOf(source: CopySource, group: readonly Standing[], upTo: number): Promise<StoredEntry[]> {
  const [first = '', last = ''] = [group[0], group.at(-1)].map((one) => escapeLiteral(one?.stream ?? ''));
  return entriesWhere(source, `e.stream BETWEEN ${first} AND ${last} AND e.position <= ${String(upTo)} ORDER BY e.stream, e.revision`);
}

interface Asked {
  readonly group: readonly Standing[];
  readonly upTo: number;
  readonly tell: OnBroken;
}

/** The entries that each stream had at the position, up to what is wrong with one; that is told. */
function byStream(entries: readonly StoredEntry[], { group, upTo, tell }: Asked): StoredEntry[][] {
  const streams = new Map(group.map(({ stream }): [string, StoredEntry[]] => [stream, []]));
  for (const entry of entries) streams.get(entry.stream)?.push(entry);
  return group.map(({ stream, revision, last }) => {
    const own = streams.get(stream) ?? [];
    const wrong = faultIn({ entries: own, standsAt: last <= upTo ? revision : own.length }, { stream, from: 1, to: lastRevision });
    if (!wrong) return own;
    tell(wrong.fault);
    return own.slice(0, wrong.after);
  });
}
