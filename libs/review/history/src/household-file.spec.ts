import { describe, expect, it } from '@jest/globals';
import { household, householdFile } from '@lookback/case/household';
import {
  asOf,
  type CalendarDate,
  daysAfter,
  erased,
  type Moment,
  type Owner,
  Quoted,
  Sealed,
  type Visibility,
  fourEyesEvents as second,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import fc from 'fast-check';
import { corrects, entryOf, happened, historyOf, said } from './entry-narrative.fixture.js';

const newest: Moment = { effective: '2020-12-31', known: 99 };
const names = {
  region: (code: string) => (code === '610426' ? '永寿县' : null),
  unit: () => null,
  official: () => null,
  listed: () => null,
  account: () => null,
  recorder: () => null,
};
const fileOf = (history: readonly Entry[], moment = newest, sight: Visibility = 'whole') =>
  householdFile('1', asOf(household, history, moment), moment, { sight, names });
const start = happened.HouseholdTakenOver(1);

describe('the file of a household', () => {
  it('says of which moment it is true, and names regions as they were called', () => {
    expect(fileOf(historyOf(start))).toMatchObject({
      id: '1',
      asOf: { at: '2020-12-31', known: '@99' },
      number: '610426101200000001',
      takenOverOn: '2020-01-01',
      county: { code: '610426', name: '永寿县' },
      village: { code: '610426101200', name: null },
      visits: 0,
      lastVisit: null,
      inapplicable: [],
    });
  });

  it('is none before it was on record', () => {
    expect(fileOf(historyOf(start), { ...newest, effective: '2019-12-31' })).toBeNull();
    expect(fileOf(historyOf(start), { ...newest, known: 0 })).toBeNull();
  });

  it('lists what does not fit, and why, in both languages', () => {
    expect(fileOf(historyOf(start, happened.MemberLeft(2)))?.inapplicable).toEqual([
      {
        entry: 'entry-2',
        rule: 'identification.member-absent',
        en: 'This person was not a member of the household on that day.',
        zh: '该日期此人不是该户成员。',
      },
    ]);
  });

  it('opens what a visitor found', () => {
    expect(fileOf(historyOf(start, happened.HomeVisited('屋顶漏雨')))?.lastVisit).toMatchObject({ by: 'p-township', findings: '屋顶漏雨' });
  });
});

describe('a member', () => {
  const withPhone = (phone: string) => {
    const { data } = happened.HouseholdTakenOver(1);
    const members = [{ ...said(1), phone: new Sealed('person-m-1' as Owner, phone) }];
    return historyOf({ ...start, data: { ...data, members } });
  };

  it('is shown whole to who may see it', () => {
    expect(fileOf(withPhone('13812345678'))?.members[0]).toMatchObject({
      member: 'm-1',
      name: '张1',
      citizenNumber: '11010519491231002X',
      phone: '13812345678',
      hamlet: '一组',
      health: 'healthy',
    });
  });

  it.each([
    ['13812345678', '138******78'],
    ['+86 138 1234 5678', '+86 13*******5678'],
    ['7661234', '*****34'],
    ['12345', '***45'],
  ])('is masked to others: phone %s', (phone, masked) => {
    expect(fileOf(withPhone(phone), newest, 'masked')?.members[0]).toMatchObject({
      name: '张1',
      citizenNumber: '110105********002X',
      phone: masked,
    });
  });

  it.each<Visibility>(['whole', 'masked'])('who was erased is told from one of whom nothing was said: %s', (sight) => {
    const { data } = happened.HouseholdTakenOver(1);
    const gone = <T>() => new Sealed<T>('person-m-1' as Owner, erased);
    const members = [
      { ...said(1), name: gone<string>(), citizenNumber: gone<string>(), phone: null, hamlet: gone<string>(), health: gone<'healthy'>() },
    ];
    expect(fileOf(historyOf({ ...start, data: { ...data, members } }), newest, sight)?.members[0]).toMatchObject({
      member: 'm-1',
      relation: 'head',
      name: { erased: true },
      citizenNumber: { erased: true },
      phone: null,
      hamlet: { erased: true },
      health: { erased: true },
    });
  });
});

/** What a next entry may say: a fact of any kind, or something about an entry before it. */
type Next = (history: readonly Entry[]) => Parameters<typeof entryOf>[0];
const small = fc.nat({ max: 5 });
const firstDay: CalendarDate = '2020-01-01';
const day = fc.nat({ max: 12 }).map((nth) => daysAfter(firstDay, nth));
const fact = fc.constantFrom(...Object.keys(happened).slice(1)).chain((type) =>
  small.map((nth) => {
    const events = happened as unknown as Record<string, (nth?: number) => ReturnType<typeof happened.MemberLeft>>;
    return events[type]?.(['MemberJoined', 'MemberLeft', 'HeadChanged', 'IncomeAssessed'].includes(type) ? nth : undefined) ?? start;
  }),
);
const facts: fc.Arbitrary<Next> = fact.map((event) => () => event);
const reports: fc.Arbitrary<Next> = fact.map(
  (event) => () => second.reportProposed({ event: new Quoted(event), answer: { dueOn: '2020-12-31', level: null } }),
);
const corrections: fc.Arbitrary<Next> = fc
  .record({ of: fc.nat(), nth: small, on: day, strikes: fc.boolean() })
  .map(({ of, nth, on, strikes }) => (history) => {
    const original = history[of % history.length] ?? entryOf(start, 0);
    const make = (happened as unknown as Record<string, ((nth: number) => ReturnType<typeof happened.MemberLeft>) | undefined>)[
      original.type
    ];
    return corrects(original.revision, strikes || !make ? null : make(nth), on);
  });
const answers: fc.Arbitrary<Next> = fc.nat().map((of) => (history) => {
  const proposals = history.filter(({ type }) => type.endsWith('Proposed'));
  const proposal = proposals[of % Math.max(proposals.length, 1)];
  if (!proposal) return happened.GuaranteeChecked();
  const strikes = (proposal.data as { wanted?: unknown }).wanted === null;
  const approve = proposal.type === 'ReportProposed' ? second.reportConfirmed : strikes ? second.entryRetracted : second.entryCorrected;
  return approve({ proposal: proposal.id });
});
const steps = fc.array(
  fc.record({
    next: fc.oneof({ weight: 3, arbitrary: facts }, reports, { weight: 2, arbitrary: corrections }, { weight: 2, arbitrary: answers }),
    on: day,
  }),
  { maxLength: 25, size: 'max' },
);

describe('what was answered then', () => {
  it('is answered again, byte for byte, whatever came later', () => {
    let changed = 0;
    fc.assert(
      fc.property(steps, fc.array(day, { minLength: 1, maxLength: 3 }), (told, days) => {
        const history: Entry[] = [entryOf(start, 0, firstDay)];
        const answered: { readonly moment: Moment; readonly text: string }[] = [];
        const answer = (moment: Moment) => JSON.stringify(fileOf(history, moment));
        for (const { next, on } of [...told, { next: () => start, on: firstDay }]) {
          for (const effective of days) {
            const moment = { effective, known: history.length };
            answered.push({ moment, text: answer(moment) });
          }
          history.push(entryOf(next(history), history.length, on));
        }
        for (const { moment, text } of answered) {
          expect(answer(moment)).toBe(text);
          const now = JSON.stringify(fileOf(history, { ...moment, known: history.length }));
          if (now !== text.replace(/"known":"@\d+"/, `"known":"@${history.length}"`)) changed++;
        }
      }),
      { seed: 20200315, numRuns: 200 },
    );
    expect(changed).toBeGreaterThan(1_000);
  });
});
