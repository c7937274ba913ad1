import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, History, type Recorded, type RegionCode } from '@lookback/kernel';
import { toy } from './desk.fixture.js';
import { formerStays, tookEffectIn } from './former-stays.js';
import { anySubject, type AnySubject } from './subject.js';

/** A subject that is where its last entry says. */
const moving = {
  ...anySubject(toy),
  initial: null,
  evolve: { Opened: (_: unknown, data: object) => data, Moved: (_: unknown, data: object) => data, Noted: (state: unknown) => state },
  movesBy: ['Moved'],
  regionsOf: (state: unknown) => (state as { readonly to: RegionCode[] } | null)?.to ?? [],
} as unknown as AnySubject;

let nth = 0;
const entry = (type: string, effectiveOn: CalendarDate, ...to: string[]): Recorded =>
  ({ id: `e${++nth}`, position: nth, revision: nth, type, data: { to }, by: { effectiveOn } }) as unknown as Recorded;
const stays = (...recorded: Recorded[]) =>
  formerStays(moving, History.from(recorded.map((one, i) => ({ ...one, revision: i + 1 }))).entries);

describe('where a subject lay before', () => {
  it('is told stay by stay, from before its opening on', () => {
    const [opened, first, second] = [
      entry('Opened', '2018-01-10', '610426'),
      entry('Moved', '2018-03-01', '610427'),
      entry('Moved', '2018-05-01', '610426'),
    ];
    expect(stays(opened)).toEqual([]);
    expect(stays(opened, first, entry('Noted', '2018-04-01'), second)).toEqual([
      { regions: ['610426'], from: '0001-01-01', to: '2018-03-01' },
      { regions: ['610427'], from: '2018-03-01', to: '2018-05-01' },
    ]);
  });

  it('follows the days of effect, in whatever order they were recorded; a move within a day leaves no stay', () => {
    const late = [entry('Opened', '2018-01-10', '610426'), entry('Moved', '2018-05-01', '610428'), entry('Moved', '2018-03-01', '610427')];
    expect(stays(...late).map(({ regions }) => regions)).toEqual([['610426'], ['610427']]);
    const sameDay = [
      entry('Opened', '2018-01-10', '610426'),
      entry('Moved', '2018-03-01', '610427'),
      entry('Moved', '2018-03-01', '610428'),
    ];
    expect(stays(...sameDay)).toEqual([{ regions: ['610426'], from: '0001-01-01', to: '2018-03-01' }]);
    expect(stays(entry('Opened', '2018-01-10', '610426'), entry('Moved', '2018-03-01', '610426'))).toEqual([]);
  });

  it('is nothing of a kind that never moves', () => {
    const { movesBy: _movesBy, ...still } = moving;
    const moved = History.from(
      [entry('Opened', '2018-01-10', '610426'), entry('Moved', '2018-03-01', '610427')].map((one, i) => ({ ...one, revision: i + 1 })),
    );
    expect(formerStays(still, moved.entries)).toEqual([]);
  });

  it('has what took effect from its first day up to the day of the move', () => {
    const stay = { regions: [], from: '2018-01-01', to: '2018-03-01' } as const;
    const days = ['2017-12-31', '2018-01-01', '2018-02-28', '2018-03-01'] as const;
    expect(days.map((day) => tookEffectIn([stay], entry('Noted', day)))).toEqual([false, true, true, false]);
  });
});
