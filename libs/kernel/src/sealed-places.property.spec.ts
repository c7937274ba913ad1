import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erased, type Owner, placesOf, Quoted, Sealed, sealedAt } from './index.js';

const sealed = fc.oneof(fc.string(), fc.constant(erased)).map((value) => new Sealed<unknown>('person-1' as Owner, value));
const name = fc
  .oneof(fc.constantFrom('members', 'name', 'a.b', '~', '~1', '~01.', ''), fc.string({ maxLength: 3 }))
  .filter((one) => one !== '__proto__');

/** What an entry may say, with what is sealed in it in the order in which it stands there. */
const { said } = fc.letrec<{ said: unknown; fields: unknown }>((tie) => ({
  fields: fc.oneof(
    fc.array(tie('said'), { maxLength: 3 }),
    fc.dictionary(
      name.filter((one) => one !== ''),
      tie('said'),
      { maxKeys: 4 },
    ),
  ),
  said: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, undefined, 7, true, 'code'),
    sealed,
    tie('fields'),
    tie('fields').map((data) => new Quoted({ type: 'Told', data })),
  ),
}));
const anEntry = fc.dictionary(
  name.filter((one) => one !== ''),
  said,
  { maxKeys: 4 },
);

function sealedIn(data: unknown): Sealed<unknown>[] {
  if (data instanceof Sealed) return [data];
  if (data instanceof Quoted) return sealedIn(data.event.data);
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(sealedIn) : [];
}

describe('the places of what is sealed in an entry', () => {
  it('lead back to the same value, each to its own, none left out', () => {
    fc.assert(
      fc.property(anEntry, (data) => {
        const places = [...placesOf(data)];
        expect(new Set(places.map(([path]) => path)).size).toBe(places.length);
        expect(places.map(([, one]) => one)).toEqual(sealedIn(data));
        for (const [path, one] of places) expect(sealedAt(data, path)).toBe(one);
      }),
      { numRuns: 1_000, seed: 16 },
    );
  });

  it('read as one finds them, through what is quoted too', () => {
    const value = (text: string) => new Sealed('person-1' as Owner, text);
    const joined = { members: [{ name: value('Li') }], by: { 'exit.note': value('well') } };
    const proposed = {
      original: 'e-1',
      wanted: { event: new Quoted({ type: 'MemberJoined', data: joined }) },
      reason: value('typed wrongly'),
    };
    const told = (data: unknown) => [...placesOf(data)].map(([path, { value: text }]) => [path, text]);
    expect(told(joined)).toEqual([
      ['members.0.name', 'Li'],
      ['by.exit~1note', 'well'],
    ]);
    expect(told(proposed)).toEqual([
      ['wanted.event.members.0.name', 'Li'],
      ['wanted.event.by.exit~1note', 'well'],
      ['reason', 'typed wrongly'],
    ]);
  });

  it.each(['', 'members', 'members.1.name', 'members.0', 'members.0.name.value', 'toString', 'nothing.at.all'])(
    'lead nowhere else: %j',
    (path) => {
      const data = { members: [{ name: new Sealed('person-1' as Owner, 'Li'), since: '2014-01-01' }] };
      expect(sealedAt(data, path)).toBeNull();
    },
  );
});
