import { describe, expect, it } from '@jest/globals';
import {
  type Chapter,
  type Decision,
  erased,
  event,
  type EventIn,
  holderIn,
  type Owner,
  ruleBook,
  says,
  Sealed,
  sealedTo,
} from '@lookback/kernel';
import { fixedClock } from './fixed-clock.js';
import { rulesOf } from './given.js';
import { accountOf, by, countyOffice, townshipCadre, villageOfficer } from './told.js';

const noted = event('Noted', 'fact', says<{ number: number; note: Sealed<string> }>());
const dropped = event('Dropped', 'fact', says<{ number: number }>());
type Noted = EventIn<{ noted: typeof noted; dropped: typeof dropped }>;

const { refuseIf, inapplicable } = ruleBook({
  'note.taken': { kind: 'guard', en: 'Number {number} is taken.', zh: '编号{number}已用。' },
  'note.own': { kind: 'guard', en: 'Nobody notes for himself.', zh: '不得自记。' },
  'note.absent': { kind: 'sense', en: 'There is no note.', zh: '没有记录。' },
});

const notes: Chapter<readonly number[], Noted> = {
  initial: [],
  evolve: {
    Noted: (so, { number }) => [...so, number],
    Dropped: (so, { number }) => (so.includes(number) ? so.filter((one) => one !== number) : inapplicable('note.absent')),
  },
};
const owner = 'household-1' as Owner;
const note: Decision<number, readonly number[], Noted> = (taken, number, { actedBy, recordedBy }) => {
  refuseIf('person' in recordedBy && recordedBy.person !== holderIn(actedBy)?.person, 'note.own');
  refuseIf(taken.includes(number), 'note.taken', { number });
  return [noted({ number, note: sealedTo(owner)('roof') })];
};

const given = rulesOf(notes);
const one = by(townshipCadre, noted({ number: 1, note: sealedTo(owner)('roof') }), { effectiveOn: '2020-03-10' });
const said = (number: number, text: Sealed<string>) => noted({ number, note: text });

describe('given / when / then', () => {
  it('passes on what follows', () => {
    given(one)
      .when(note, 2, countyOffice)
      .then(said(2, sealedTo(owner)('roof')));
  });

  it.each([
    ['another value', sealedTo(owner)('wall')],
    ['another owner', sealedTo('household-2' as Owner)('roof')],
    ['an erased value', new Sealed<string>(owner, erased)],
  ])('fails on %s under seal', (_, text) => {
    expect(() => {
      given(one).when(note, 2, countyOffice).then(said(2, text));
    }).toThrow('toEqual');
  });

  it('fails on an event too many and on none', () => {
    const asked = given(one).when(note, 2, countyOffice);
    expect(() => {
      asked.then();
    }).toThrow('toEqual');
    expect(() => {
      asked.then(said(2, sealedTo(owner)('roof')), dropped({ number: 1 }));
    }).toThrow('toEqual');
  });

  it('passes on the rule that refuses, with its facts where they are named', () => {
    given(one).when(note, 1, countyOffice).thenRefused('note.taken');
    given(one).when(note, 1, countyOffice).thenRefused('note.taken', { number: 1 });
  });

  it('fails on another rule, on other facts, and where nothing is refused', () => {
    const asked = given(one).when(note, 1, countyOffice);
    expect(() => {
      asked.thenRefused('note.own');
    }).toThrow('note.own');
    expect(() => {
      asked.thenRefused('note.taken', { number: 2 });
    }).toThrow('toEqual');
    expect(() => {
      given().when(note, 1, countyOffice).thenRefused('note.taken');
    }).toThrow('nothing was refused; decided was: Noted');
  });

  it('lets whoever asks act and record, unless the circumstances say otherwise', () => {
    given()
      .when(note, 1, townshipCadre, { recordedBy: accountOf(villageOfficer) })
      .thenRefused('note.own');
  });

  it('decides on the state of the day: what takes effect later is not yet so', () => {
    given(one)
      .when(note, 1, countyOffice, { effectiveOn: '2020-03-09' })
      .then(said(1, sealedTo(owner)('roof')));
  });

  it('does not accept a history that does not hold together', () => {
    const asked = given(by(townshipCadre, dropped({ number: 7 }))).when(note, 1, countyOffice);
    expect(() => {
      asked.thenRefused('note.taken');
    }).toThrow('the given history does not hold together: entry-1 is refused by note.absent');
  });
});

describe('a fixed clock', () => {
  it('stands still, and knows the day in the county', () => {
    const clock = fixedClock('2020-03-15T17:00:00Z');
    expect([clock.today(), clock.now().toISOString()]).toEqual(['2020-03-16', '2020-03-15T17:00:00.000Z']);
    expect(fixedClock().today()).toBe('2020-03-15');
  });
});
