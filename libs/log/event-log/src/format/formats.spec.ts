import type { EntryId, StreamName } from '@lookback/kernel';
import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { envelopesOf, readEnvelope } from './envelope.js';
import { leafOf } from './leaf.js';
import type { StoredEntry } from '../port/stored-entry.js';
import { signedBytes } from './signed-bytes.js';
import { by, commit, stream } from '../contract/events.fixture.js';

const stored: StoredEntry = {
  stream: stream('1'),
  revision: 2,
  id: 'e-1' as EntryId,
  type: 'Noted',
  version: 1,
  salt: Buffer.alloc(16, 7),
  mac: 'k1.x',
  data: '{"says":"户"}',
  metadata: '{"id":"e-1"}',
  position: 9,
  recordedAt: new Date('2020-01-02T03:04:05.678Z'),
};

// These bytes are hashed, signed and proved: a change here breaks every log that exists.
describe('what is stored for ever', () => {
  it('is an envelope in one order, without what is absent', () => {
    const { id, type, version } = stored;
    const said = { ...commit(stream('1'), 0, [], { key: 'k', body: 'b' }), by: { ...by, actedBy: undefined, today: '2020-07-01' } };
    expect(envelopesOf(said)({ id, type, version })).toBe(
      '{"id":"e-1","type":"Noted","version":1,"effectiveOn":"2020-06-30","mode":"act","recordedBy":{"account":"a-1"},' +
        '"authority":{"kind":"document","number":"[2020]17"},"reads":[{"stream":"standards-CN","revision":3}],' +
        `"key":"k","body":"b","evidence":["sha256:${'0'.repeat(64)}"],"breaches":[]}`,
    );
  });

  it('reads back as who said it, nothing added', () => {
    const { id, type, version } = stored;
    expect(readEnvelope(envelopesOf(commit(stream('1'), 0, []))({ id, type, version })).by).toEqual(by);
  });

  it('is a leaf in canonical JSON over a tag, the salt and the bytes', () => {
    const hash = (tag: string, text: string) =>
      createHash('sha256').update(`lookback/v1/${tag}\0`).update(Buffer.alloc(16, 7)).update(text).digest('hex');
    expect(leafOf(stored)).toBe(
      `{"data":"sha256:${hash('data', stored.data)}","meta":"sha256:${hash('meta', stored.metadata)}","rec":1577934245678,"rev":2,` +
        `"stream":"sha256:${hash('stream', stored.stream)}","v":1}`,
    );
  });

  it('does not tell position, id or MAC in the leaf', () => {
    expect(leafOf({ ...stored, position: 1, mac: 'k2.y' })).toBe(leafOf(stored));
  });

  it('is signed over every part after its length', () => {
    const part = (bytes: string | Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(bytes));
      return Buffer.concat([length, Buffer.from(bytes as string)]);
    };
    const parts = ['household-1', '2', 'e-1', 'Noted', '1', Buffer.alloc(16, 7), '{"says":"户"}', '{"id":"e-1"}'];
    expect(signedBytes(stored)).toEqual(Buffer.concat(parts.map(part)));
  });

  it('is signed apart for parts that run together', () => {
    const bytes = (told: Partial<StoredEntry>) => Buffer.from(signedBytes({ ...stored, ...told }));
    expect(bytes({ stream: 'household-12' as StreamName, revision: 3 })).not.toEqual(
      bytes({ stream: 'household-1' as StreamName, revision: 23 }),
    );
  });
});
