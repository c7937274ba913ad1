import { describe, expect, it } from '@jest/globals';
import { event, says, type Sealed, slice } from './index.js';

const joined = event(
  'Joined',
  'fact',
  says<{ people: readonly { readonly paper?: { readonly number: Sealed<string> | null } }[]; words: readonly Sealed<string>[] }>(),
);
const counted = event('Counted', 'fact', says<{ fen: number }>());
const called = { en: '…', zh: '…' };
const sentence = () => called;

describe('a slice', () => {
  it('says how each sealed field of its events reads, at any depth', () => {
    const ofJoined = { events: { joined }, titles: { Joined: called }, sentences: { Joined: sentence } };
    const { seals } = slice({ ...ofJoined, seals: { number: 'number', words: 'words' } });
    expect(seals).toEqual({ number: 'number', words: 'words' });
    // @ts-expect-error -- `npx tsc --noEmit` holds it: nothing says how the words read
    slice({ ...ofJoined, seals: { number: 'number' } });
    // @ts-expect-error -- nothing says how anything reads
    slice(ofJoined);
  });

  it('says nothing of that where nothing is sealed', () => {
    const ofCounted = { events: { counted }, titles: { Counted: called }, sentences: { Counted: sentence } };
    expect(slice(ofCounted).seals).toEqual({});
    // @ts-expect-error -- no field of this name is sealed
    slice({ ...ofCounted, seals: { fen: 'number' } });
  });
});
