import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, daysAfter, daysBetween, lastDayOf, type PersonId } from '@lookback/kernel';
import fc from 'fast-check';
import { escalationProposed, type Remindable, reminderDue } from './ladder.js';
import { daysLeft, isOverdue } from './limits.js';
import type { ProblemStatus } from './rectification.codes.js';

const ladder = { daysBefore: [7, 3, 0], thenEvery: 7 };
const duties = { leader: 'p-leader' as PersonId, unit: null, staff: 'p-staff' as PersonId };
const dueOn: CalendarDate = '2020-06-30';
const handed: Remindable = { status: 'handed-over', duties, dueOn, limitSetOn: '2020-06-01', lastStep: null };
const stepOn = (day: CalendarDate, otherwise: Partial<Remindable> = {}) => reminderDue({ ...handed, ...otherwise }, ladder, day)?.step;

describe('a reminder', () => {
  it.each<[CalendarDate, number | undefined]>([
    ['2020-06-22', undefined],
    ['2020-06-23', 7],
    ['2020-06-24', 7],
    ['2020-06-27', 3],
    ['2020-06-30', 0],
    ['2020-07-06', 0],
    ['2020-07-07', -7],
    ['2020-07-15', -14],
  ])('on %s is of the newest step that has come: %s', (day, step) => {
    expect(stepOn(day)).toBe(step);
  });

  it('goes to the person in charge, and from the day itself on to the leader too, each once', () => {
    const to = (day: CalendarDate, one = duties) => reminderDue({ ...handed, duties: one }, ladder, day)?.to;
    expect(to('2020-06-23')).toEqual(['p-staff']);
    expect(to('2020-06-30')).toEqual(['p-staff', 'p-leader']);
    expect(to('2020-06-30', { ...duties, leader: duties.staff })).toEqual(['p-staff']);
  });

  it.each<[string, Partial<Remindable>]>([
    ['which was sent', { lastStep: 3 }],
    ['before one which was sent', { lastStep: 0 }],
    ['that came before the limit was set', { limitSetOn: '2020-06-27' }],
    ['of a limit that only a list states', { limitSetOn: null }],
    ['of no limit', { dueOn: null }],
  ])('%s is not due', (_, otherwise) => {
    expect(stepOn('2020-06-28', otherwise)).toBeUndefined();
  });

  it.each<[ProblemStatus, boolean]>([
    ['accepted', true],
    ['returned', true],
    ['disputed', false],
    ['reported', false],
    ['verified', false],
    ['cancelled', false],
    ['reopened', false],
    ['in-progress', false],
  ])('of a problem that stands at %s is due: %s', (status, due) => {
    expect(stepOn('2020-06-28', { status }) !== undefined).toBe(due);
  });

  it('is sent once a step, in the order of the ladder, on whichever days somebody looks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1 }), (looks) => {
        const sent: number[] = [];
        for (const after of looks.sort((a, b) => a - b)) {
          const step = stepOn(daysAfter('2020-06-01', after), { lastStep: sent.at(-1) ?? null });
          if (step === undefined) continue;
          expect(daysAfter(dueOn, -step) <= daysAfter('2020-06-01', after)).toBe(true);
          sent.push(step);
        }
        expect(sent).toEqual([...new Set(sent)].sort((a, b) => b - a));
      }),
      { seed: 4 },
    );
  });
});

describe('what is proposed about a limit that passed', () => {
  it.each<[CalendarDate, string | null]>([
    ['2020-06-30', null],
    ['2020-07-06', null],
    ['2020-07-07', 'notice'],
    ['2020-07-14', 'interview'],
    ['2020-07-21', 'filing'],
    ['2021-07-21', 'filing'],
  ])('on %s is %s', (day, stage) => {
    expect(escalationProposed(handed, ladder, day)).toBe(stage);
  });

  it('is nothing for what was not handed over here, or is no more with the unit', () => {
    expect(escalationProposed({ ...handed, limitSetOn: null }, ladder, '2020-09-01')).toBeNull();
    expect(escalationProposed({ ...handed, status: 'reported' }, ladder, '2020-09-01')).toBeNull();
  });
});

describe('a limit', () => {
  it('has days left, and is overdue from the day after it, until it is reported', () => {
    expect([daysLeft(handed, '2020-06-28'), daysLeft(handed, '2020-07-02')]).toEqual([2, -2]);
    expect([isOverdue(handed, dueOn), isOverdue(handed, '2020-07-01')]).toEqual([false, true]);
    expect(daysLeft({ status: 'reported', dueOn }, '2020-07-02')).toBeNull();
    expect(daysLeft({ status: 'found', dueOn: null }, '2020-07-02')).toBeNull();
  });

  it('counts days over the end of February', () => {
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  });

  it('in working days skips weekends and days off, and takes days that are worked instead', () => {
    const calendar = { years: [{ year: 2020, daysOff: ['2020-12-31'], makeUpDays: ['2020-12-27'] }] };
    const within = (days: number, after: CalendarDate) => lastDayOf({ days, counted: 'working' }, after, calendar);
    expect(within(1, '2020-12-25')).toBe('2020-12-27');
    expect(within(4, '2020-12-25')).toBe('2020-12-30');
    expect(within(5, '2020-12-25')).toEqual({ unset: 2021 });
    expect(lastDayOf({ days: 5, counted: 'working' }, '2020-12-25')).toEqual({ unset: 2020 });
    expect(lastDayOf({ days: 5, counted: 'calendar' }, '2020-12-25')).toBe('2020-12-30');
  });
});
