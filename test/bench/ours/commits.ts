import { sealedTo } from '@lookback/kernel';
import { type Codec, type Commit, type StoredEntry, type WrittenEntry } from '@lookback/log/event-log';
import { freshBytes } from '@lookback/log/vault';
import { randomUUID } from 'node:crypto';
import { happening, padded } from '../happenings.js';

const code = (text: string) => text as never;

/** The whole envelope of a decision: more than the other contenders record. */
const by: Commit['by'] = {
  effectiveOn: '2020-06-30',
  mode: 'act',
  recordedBy: { account: code('a-1') },
  actedBy: { person: code('p-1'), post: code('officer'), unit: code('u-1'), level: 'township' },
  authority: { kind: 'document', number: code('[2020]17') },
  reads: [{ stream: code('standards-CN'), revision: 3 }],
  evidence: [],
  breaches: [],
};

/** Which happenings, of which case. */
export interface Of {
  readonly s: number;
  readonly from: number;
  readonly many: number;
  /** Whether the note is sealed to a person. */
  readonly boxes?: boolean;
}

export const commitTo = (stream: string, { s, from, many, boxes = false }: Of): Commit => ({
  stream: code(stream),
  expected: from,
  key: code(`k/${stream}/${String(from)}`),
  body: code('body'),
  by,
  events: Array.from({ length: many }, (_, i) => {
    const { type, data } = happening(s, from + i);
    return { type, data: boxes ? { ...data, note: sealedTo(code(`person-${padded(s, 8)}`))(data.note) } : data };
  }),
});

export const streamOf = (s: number) => code(`case-${padded(s, 8)}`);

export interface Streams {
  readonly streams: number;
  readonly per: number;
}

/** Entries as another log would give them, streams interleaved, oldest first; with MACs where a codec makes them. */
export async function* stored({ streams, per }: Streams, codec?: Pick<Codec, 'write'>): AsyncGenerator<StoredEntry[]> {
  let position = 0;
  for (let from = 0; from < per; from++)
    for (let first = 0; first < streams; first += batch) {
      const cases = Array.from({ length: Math.min(batch, streams - first) }, (_, i) => first + i);
      const written = codec
        ? (await codec.write(cases.map((s) => commitTo(streamOf(s), { s, from, many: 1 })))).flat()
        : readied(cases, from);
      yield written.map((entry) => Object.assign(entry, { position: ++position, recordedAt: new Date(1_577_836_800_000 + position) }));
    }
}

const batch = 1_000;

/** Whoever copies a log has its entries as bytes: their texts are made once, not while the copy is timed. */
const texts = Array.from({ length: batch }, (_, s) => {
  const { type, data } = happening(s, 1);
  return { type, salt: freshBytes(16), mac: `k1.${'m'.repeat(43)}`, data: JSON.stringify({ says: data }), metadata: JSON.stringify(by) };
});

const readied = (cases: readonly number[], from: number): WrittenEntry[] =>
  cases.map((s, i) => {
    const { type, salt, mac, data, metadata } = texts[i] as (typeof texts)[0];
    return { stream: streamOf(s), revision: from + 1, id: code(randomUUID()), type, version: 1, salt, mac, data, metadata };
  });
