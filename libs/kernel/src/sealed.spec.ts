import { describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  type CalendarDate,
  type Code,
  erased,
  type Erased,
  type Householder,
  type Owner,
  type PlainTextIn,
  type Quoted,
  says,
  Says,
  Sealed,
  sealedTo,
} from './index.js';

const li = 'person-1' as Owner;

describe('a sealed value', () => {
  it('reads as what was said', () => expect(sealedTo(li)('Li').or('?')).toBe('Li'));
  it('reads as something else where its key is destroyed', () => expect(new Sealed<string>(li, erased).or('erased')).toBe('erased'));
  it('keeps its owner and a value that is falsy', () => {
    expect(sealedTo(li)('')).toMatchObject({ owner: 'person-1', value: '' });
    expect(sealedTo(li)(0).or(7)).toBe(0);
    expect(sealedTo(li)<string | null>(null).or('?')).toBeNull();
  });
  it('cannot be read as if it could not be erased', () => {
    // @ts-expect-error -- `npx tsc --noEmit` holds it: the value may be erased
    const name: string = new Sealed<string>(li, erased).value;
    const either: string | Erased = name;
    expect(either).toBe(erased);
  });
});

// Jest strips types unread: what must not compile is held by `npx tsc --noEmit`, which covers specs; there, to expect an error
// above a line that compiles is an error itself.
describe('what an event says', () => {
  it('may be codes, days, numbers, choices and what is sealed or quoted', () => {
    const allowed = [
      says<{ account: AccountId; cause: Code<'cause'>; anyCode: Code }>(),
      says<{ kind: 'food' | 'water'; grade?: 'A' | 'D' | null }>(),
      says<{ on: CalendarDate; until?: CalendarDate | undefined; days: readonly CalendarDate[] }>(),
      says<{ fen: number; met: boolean; share: number | null; nothing: undefined }>(),
      says<{ name: Sealed<string>; note?: Sealed<string> | null; members: readonly { name: Sealed<{ first: string }> }[] }>(),
      says<{ wanted: Quoted | null; acted: Householder; pair: readonly [AccountId, number] }>(),
      says<{ counts: Readonly<Record<'food' | 'water', number>>; byYear: Record<number, Code>; byCode: Record<Code, number> }>(),
      says<Record<string, never>>(),
    ];
    expect(allowed.every((said) => said instanceof Says)).toBe(true);
  });

  it('does not compile while it holds plain text', () => {
    const refused = [
      // @ts-expect-error -- text and nothing else
      says<{ name: string }>(),
      // @ts-expect-error -- text that may be missing
      says<{ name?: string }>(),
      // @ts-expect-error -- text or nothing
      says<{ name: string | null }>(),
      // @ts-expect-error -- text beside codes
      says<{ name: Code | string }>(),
      // @ts-expect-error -- text in a list of things
      says<{ members: readonly { id: Code; name: string }[] }>(),
      // @ts-expect-error -- a list of texts
      says<{ names: string[] }>(),
      // @ts-expect-error -- a pair with text
      says<{ pair: [number, string] }>(),
      // @ts-expect-error -- anything
      says<{ extra: unknown }>(),
      // @ts-expect-error -- texts by text
      says<Record<string, string>>(),
      // @ts-expect-error -- texts by text, deeper
      says<{ words: Record<string, string> }>(),
      // @ts-expect-error -- texts by number
      says<{ names: Record<number, string> }>(),
      // @ts-expect-error -- text of a shape can still be anything
      says<{ phone: `tel:${string}` }>(),
      // @ts-expect-error -- text with a brand that is no code's
      says<{ name: string & { readonly brand: 'name' } }>(),
      // @ts-expect-error -- text beside what only looks quoted
      says<{ wanted: { event: { type: string; data: unknown }; note: string } }>(),
      // @ts-expect-error -- text itself
      says<string>(),
    ];
    expect(refused).toHaveLength(15);
  });

  it('names the place of plain text', () => {
    const place: PlainTextIn<{ at: CalendarDate; members: readonly { id: Code; name?: string }[] }> = 'data.members[].name';
    const none: [PlainTextIn<{ at: CalendarDate; by: Code }>] extends [never] ? true : false = true;
    expect([place, none]).toEqual(['data.members[].name', true]);
  });
});
