import { describe, expect, it } from '@jest/globals';
import type { CalendarDate, levels } from '@lookback/kernel';
import { attributionOf, circumstancesOf, countyOffice, inspector, townshipCadre, villageOfficer } from '@lookback/testing';
import { answerNeeded, mustBeSecond } from './answering.js';

const standards = {
  'correction-answer': { within: { days: 10, counted: 'working' } },
  'correction-level': { days: 30, gates: true, highest: 'county' },
};
const needed = (since: CalendarDate, by = townshipCadre, isGate = false, more: object = {}) =>
  answerNeeded({ since, isGate, by: attributionOf(by) }, circumstancesOf(by, { standards: { ...standards, ...more } }));

describe('the answer to a proposal of Sunday, 2020-03-15', () => {
  it('is due ten working days later; a calendar that is set counts, and Monday to Friday where none is', () => {
    expect(needed('2020-03-10').dueOn).toBe('2020-03-27');
    const years = [{ year: 2020, daysOff: ['2020-03-23'], makeUpDays: ['2020-03-21'] }];
    expect(needed('2020-03-10', townshipCadre, false, { 'work-calendar': { years } }).dueOn).toBe('2020-03-27');
    expect(needed('2020-03-10', townshipCadre, false, { 'work-calendar': { years: [{ ...years[0], makeUpDays: [] }] } }).dueOn).toBe(
      '2020-03-30',
    );
  });

  it('is of any level up to 30 days; then, and of a gate, of the level above, up to the highest', () => {
    expect(needed('2020-02-14').level).toBeNull();
    expect(needed('2020-02-13').level).toBe('county');
    expect(needed('2020-03-15', villageOfficer, true).level).toBe('township');
    expect(needed('2020-01-01', countyOffice).level).toBe('county');
    expect(
      needed('2020-03-15', villageOfficer, true, { 'correction-level': { days: 30, gates: false, highest: 'county' } }).level,
    ).toBeNull();
  });
});

describe('a second person', () => {
  const second =
    (who: typeof countyOffice, level: (typeof levels)[number] | null = null) =>
    () => {
      mustBeSecond(attributionOf(townshipCadre), { dueOn: '2020-03-27', level }, attributionOf(who));
    };

  it('is another, of another unit, and of the level that is asked for', () => {
    expect(second(townshipCadre)).toThrow('four-eyes.answered-by-proposer');
    expect(second({ ...countyOffice, unit: townshipCadre.unit })).toThrow('four-eyes.answered-by-own-unit');
    expect(second(villageOfficer, 'county')).toThrow('four-eyes.answer-needs-level');
    expect(second(countyOffice, 'county')).not.toThrow();
    expect(second(inspector, 'county')).not.toThrow();
    expect(second(villageOfficer)).not.toThrow();
  });

  it('holds a post: without a unit nobody can tell that it is another', () => {
    const none = { ...attributionOf(countyOffice), actedBy: undefined, recordedBy: { account: 'account-x' as never } };
    expect(() => { mustBeSecond(attributionOf(townshipCadre), { dueOn: '2020-03-27', level: null }, none); }).toThrow('own-unit'); // prettier-ignore
  });
});
