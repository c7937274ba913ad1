import { describe, expect, it } from '@jest/globals';
import type { EventOf } from '@lookback/kernel';
import fc from 'fast-check';
import type { MemberId, PersonNumber } from './identification.codes.js';
import { memberIds } from './member-ids.js';

const newId = (name: string) => `id-${name}`;
const id = (name: string) => `id-${name}` as MemberId;
const entry = (...members: readonly string[]): EventOf => ({
  type: 'HouseholdOpened',
  data: { members: members.map((member) => ({ member: id(member) })) },
});
const opened = { newId, saidBefore: [entry('member-1', 'member-2', 'member-3')] };
const kept = (name: string) => ({ member: id(name) });

describe('the ids of those with whom a household comes on record', () => {
  it('go by their numbers, else by their places', () => {
    const number = '61042600120000000101' as PersonNumber;
    expect(memberIds([{ number }, {}, { number: null }], { newId })).toEqual([id(number), id('member-2'), id('member-3')]);
  });

  it('stay with the people when a correction takes one out: nobody comes to another’s', () => {
    expect(memberIds([kept('member-1'), kept('member-3')], opened)).toEqual([id('member-1'), id('member-3')]);
    expect(memberIds([kept('member-1'), kept('member-3'), {}], opened)).toEqual([id('member-1'), id('member-3'), id('member-4')]);
    const twice = { newId, saidBefore: [...opened.saidBefore, entry('member-1', 'member-4')] };
    expect(memberIds([{}, kept('member-1')], twice)).toEqual([id('member-5'), id('member-1')]);
  });

  it('are refused where the entry never gave them, and where two have one', () => {
    expect(() => memberIds([kept('member-9')], opened)).toThrow('identification.member-absent');
    expect(() => memberIds([kept('member-1')], { newId })).toThrow('identification.member-absent');
    expect(() => memberIds([kept('member-1'), kept('member-1')], opened)).toThrow('identification.member-absent');
  });

  it('are all different, and a new one is of nobody before, whatever is corrected', () => {
    const people = fc.array(fc.option(fc.constantFrom('member-1', 'member-2', 'member-3'), { nil: undefined }), { maxLength: 6 });
    fc.assert(
      fc.property(people, (said) => {
        fc.pre(new Set(said.filter(Boolean)).size === said.filter(Boolean).length);
        const ids = memberIds(
          said.map((name) => (name ? kept(name) : {})),
          opened,
        );
        expect(new Set(ids).size).toBe(ids.length);
        ids.forEach((one, i) => { expect(/-[123]$/.test(one)).toBe(said[i] !== undefined); }); // prettier-ignore
      }),
      { seed: 20200315, numRuns: 100 },
    );
  });
});
