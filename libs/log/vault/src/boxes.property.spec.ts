import { Catalogue, erased, event, type EntryId, type Owner, Quoted, says, Sealed, sealedTo, type StreamName } from '@lookback/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { BoxCorrupted, type Keyring, NotStorable, PayloadWriter, type BoxPlace, type StoredData, PayloadReader } from './index.js';

const older = event(
  'Older',
  'fact',
  says<{ now: number }>().before<{ was: number }>(({ was }) => ({ now: was })),
);
const catalogue = new Catalogue({ older });
const owners = ['person-1', 'person-2', 'household-1'] as Owner[];
const keyring: Keyring = new Map(owners.map((owner) => [owner, randomBytes(32)]));
const place: BoxPlace = { stream: 'household-1' as StreamName, entryId: 'e1' as EntryId };

const boxUp = (data: unknown, at = place) => new PayloadWriter(data, catalogue).text(at, keyring);
const open = (text: string, at = place, ring = keyring) => new PayloadReader(text).open(at, ring, catalogue);

const fieldName = fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__');
const secret = fc.string({ minLength: 12, maxLength: 20 }).map((text) => `secret:${text}`);
const sealed = fc.tuple(
  fc.constantFrom(...owners),
  fc.oneof(
    secret,
    secret.map((text) => ({ text, more: [1, null] })),
    fc.integer(),
  ),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    sealed.map(([owner, value]) => sealedTo(owner)(value)),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fieldName, tie('data'), { maxKeys: 4, noNullPrototype: true }),
    tie('data').map((now) => new Quoted({ type: 'Older', data: { now } })),
  ),
}));

function sealedIn(value: unknown): Sealed<unknown>[] {
  if (value instanceof Sealed) return [value as Sealed<unknown>];
  if (value instanceof Quoted) return sealedIn(value.event.data);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sealedIn) : [];
}

describe('boxes', () => {
  it('give back what went in', () => {
    fc.assert(fc.property(data, (said) => expect(open(boxUp(said))).toEqual(said)));
  });

  it('show no sealed text', () => {
    fc.assert(fc.property(data, (said) => !boxUp(said).includes('secret:')));
  });

  it('are one to an owner, and left out where nothing is sealed', () => {
    fc.assert(
      fc.property(data, (said) => {
        const { boxes } = JSON.parse(boxUp(said)) as StoredData;
        const of = [...new Set(sealedIn(said).map(({ owner }) => owner))];
        expect(boxes?.map((box) => box.of)).toEqual(of.length > 0 ? of : undefined);
      }),
    );
  });

  it('read erased in exactly the fields of an owner who lost the key', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...owners), (said, gone) => {
        const ring = new Map([...keyring].filter(([owner]) => owner !== gone));
        const values = sealedIn(said).map(({ owner, value }) => (owner === gone ? erased : value));
        expect(sealedIn(open(boxUp(said), place, ring)).map(({ value }) => value)).toEqual(values);
      }),
    );
  });

  const text = boxUp({ name: sealedTo(owners[0] as Owner)('王小明'), cause: 1 });
  const stored = JSON.parse(text) as { says: { name: { digest: string } }; boxes: { of: string; iv: string; box: string }[] };
  const box = stored.boxes[0] as (typeof stored.boxes)[0];
  const withBox = (changed: object) => JSON.stringify({ ...stored, boxes: [{ ...box, ...changed }] });

  it.each([
    ['stream', { ...place, stream: 'household-2' as StreamName }],
    ['entry', { ...place, entryId: 'e2' as EntryId }],
  ])('do not open in another %s', (_, elsewhere) => {
    expect(() => open(text, elsewhere)).toThrow(BoxCorrupted);
  });

  it('do not open as those of another owner, even under the same key', () => {
    const ring = new Map([...keyring, ['person-2' as Owner, keyring.get('person-1' as Owner) as Buffer]]);
    expect(() => open(withBox({ of: 'person-2' }), place, ring)).toThrow(BoxCorrupted);
  });

  it('do not open with a single bit changed', () => {
    const bytes = Buffer.from(box.box, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(() => open(withBox({ box: changed.toString('base64url') }))).toThrow(BoxCorrupted);
      }),
    );
  });

  it('refuse a value that is not the one whose digest the entry holds', () => {
    const says = { ...stored.says, name: { ...stored.says.name, digest: Buffer.alloc(32).toString('base64url') } };
    expect(() => open(JSON.stringify({ ...stored, says }))).toThrow(BoxCorrupted);
  });

  it('bring a quoted event of an older version up to today', () => {
    const quoted = { says: { $quoted: { type: 'Older', version: 1, says: { was: 7 } } } };
    expect(open(JSON.stringify(quoted))).toEqual(new Quoted({ type: 'Older', data: { now: 7 } }));
  });

  it.each([
    ['a field named like a mark', { a: { $sealed: [0, 0] } }, 'data.a'],
    ['a date', { a: [new Date(0)] }, 'data.a.0'],
    ['a number that is none', { a: NaN }, 'data.a'],
    ['a hole', { a: [1, undefined] }, 'data.a.1'],
    ['what is erased', { a: new Sealed(owners[0] as Owner, erased) }, 'data.a'],
    ['what is sealed twice', { a: sealedTo(owners[0] as Owner)({ b: sealedTo(owners[1] as Owner)(1) }) }, 'data.a'],
    ['a sealed nothing', { a: sealedTo(owners[0] as Owner)(undefined) }, 'data.a'],
  ])('refuse %s by its place', (_, said, where) => {
    expect(() => boxUp(said)).toThrow(NotStorable);
    expect(() => boxUp(said)).toThrow(`${where} `);
  });
});
