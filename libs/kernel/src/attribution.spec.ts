import { describe, expect, it } from '@jest/globals';
import { type Actor, handsIn, holderIn, householderIn, type Recorder } from './attribution.js';

const cadre = { person: 'p-1', post: 'cadre', unit: 'u-1', level: 'township' } as Actor;
const member = { household: 'h-1', member: 'm-1', how: 'signature' } as Actor;
const account = { account: 'a-1', person: 'p-2', unit: 'u-2' } as Recorder;
const none: Actor | undefined = undefined;

describe('the hands in an entry', () => {
  it.each<[string, Actor | undefined, Recorder, object]>([
    ['of an official', cadre, account, { people: ['p-1', 'p-2'], accounts: ['a-1'], units: ['u-1', 'u-2'] }],
    ['of a householder are the member’s', member, account, { people: ['m-1', 'p-2'], accounts: ['a-1'], units: ['u-2'] }],
    ['by a channel are the member’s alone', member, { channel: 'app' } as Recorder, { people: ['m-1'], accounts: [], units: [] }],
    ['of a process are none', none, { process: 'clock' }, { people: [], accounts: [], units: [] }],
  ])('%s', (_, actedBy, recordedBy, hands) => expect(handsIn({ actedBy, recordedBy })).toEqual(hands));

  it('are an official’s or a householder’s, never both', () => {
    expect([holderIn(cadre), householderIn(cadre), holderIn(member), householderIn(member)]).toEqual([cadre, undefined, undefined, member]);
    expect([holderIn(none), householderIn(none)]).toEqual([undefined, undefined]);
  });
});
