import { describe, expect, it } from '@jest/globals';
import { householdPart } from '@lookback/case/household';
import { rectificationSlice } from '@lookback/case/rectification';
import {
  type AccountId,
  type CalendarDate,
  type Code,
  erased,
  type Owner,
  type Recorder,
  Quoted,
  Sealed,
  fourEyesEvents as second,
  fourEyesSlice,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { Parts } from '@lookback/office/desk';
import { townshipCadre } from '@lookback/testing';
import { narrate, type EntryNarrative } from './entry-narrative.js';
import type { Names } from './names.js';
import { corrects, entry, entryOf, type Happening, happened, historyOf, reason } from './entry-narrative.fixture.js';

const names: Names = {
  region: (code) => code,
  unit: (id) => id,
  official: () => null,
  listed: () => null,
  account: () => null,
  recorder: () => null,
};
const parts = new Parts([{ ...householdPart, slices: [...householdPart.slices, fourEyesSlice] }]);
const by = (names: Names) => ({ parts, names });
const all = Number.MAX_SAFE_INTEGER;
const tell = (...events: readonly Happening[]): EntryNarrative[] => narrate(historyOf(...events), all, by(names));
const sentenceOf = (...events: readonly Happening[]) => {
  const { en, zh } = tell(...events).at(-1) ?? { en: '', zh: '' };
  return [en, zh];
};
const standings = (...events: readonly Happening[]) =>
  tell(...events).map(({ standing, setBy }) => (setBy ? `${standing} ${setBy}` : standing));
const start = happened.HouseholdTakenOver();

/** Every event of a household, as it is told. */
const sentences: Readonly<Record<keyof typeof happened, readonly [en: string, zh: string]>> = {
  HouseholdTakenOver: [
    'Taken over from a list (row 3): 2 members, registered, not exited, general poor household.',
    '由名册接收（第 3 行）：2 人，未脱贫，一般贫困户。',
  ],
  HouseholdOpened: ['File opened (application); members: 1.', '建立档案（申请）：1 人。'],
  RegistryNumberGiven: ['The registry gave number 610426101200000002.', '户编号：610426101200000002。'],
  MemberJoined: ['张3 joined as son (born).', '增加成员张3，与户主关系：之子（出生）。'],
  MemberLeft: ['张2 left the household (died).', '减少成员张2（死亡）。'],
  HeadChanged: ['张2 became head.', '户主变更为张2。'],
  IncomeAssessed: [
    'Net income per person from 2018-10-01 to 2019-09-30: 1234.56 yuan, held against the line of 2019.',
    '2018-10-01 至 2019-09-30 人均纯收入 1234.56 元，对照 2019 年标准。',
  ],
  GuaranteeChecked: ['housing: not met, grade D.', '住房安全：未达标，房屋 D 级。'],
  LivingConditionsSurveyed: [
    'Living conditions surveyed: 90 m² of housing, safe water, concrete road.',
    '生活条件：住房 90 平方米，饮水安全，入户路为水泥路。',
  ],
  CauseReclassified: ['Main cause of poverty: 02; others: 03.', '主要致贫原因：02；其他原因：03。'],
  HomeVisited: ['Visited at home; amiss: water.', '走访（入户）；发现问题：饮水。'],
  HelperPaired: ["p-li-min of u-education (cadre) became the household's helper.", 'p-li-min（u-education，cadre）结对帮扶该户。'],
  HelperHandedOver: [
    'p-fang-wei of u-finance (cadre) took over as helper from p-li-min.',
    '帮扶责任人由p-li-min更换为p-fang-wei（u-finance，cadre）。',
  ],
  HelperReleased: ["p-li-min ended as the household's helper.", 'p-li-min不再帮扶该户。'],
  HelperTakenOver: [
    'Helper taken over from a list (row 4): p-li-min of u-education (cadre), since 2015-03-15 as stated.',
    '由名册接收帮扶责任人（第 4 行）：p-li-min（u-education，cadre），填报自 2015-03-15 起。',
  ],
};

describe('the sentence of', () => {
  it.each(Object.entries(sentences))('%s', (type, sentence) => {
    const event = happened[type as keyof typeof happened]();
    expect(sentenceOf(...(type === 'HouseholdTakenOver' || type === 'HouseholdOpened' ? [event] : [start, event]))).toEqual(sentence);
  });

  it('every event is told', () => {
    const ofProblems = Object.keys(rectificationSlice.sentences);
    expect([...Object.keys(sentences), ...ofProblems].sort()).toEqual(
      householdPart.slices.flatMap((slice) => Object.keys(slice.sentences)).sort(),
    );
  });

  it.each([
    [corrects(1, happened.HouseholdTakenOver()), 'Proposed a correction: wrong', '申请更正一条记录：wrong'],
    [corrects(1, null), 'Proposed that an entry be struck out: wrong', '申请撤销一条记录：wrong'],
    [second.entryCorrected({ proposal: entry(9) }), 'Approved a correction.', '批准更正。'],
    [second.entryRetracted({ proposal: entry(9) }), 'Approved that an entry be struck out.', '批准撤销记录。'],
    [second.correctionDeclined({ proposal: entry(9), reason }), 'Declined a correction: wrong', '不同意更正：wrong'],
    [
      second.reportProposed({ event: new Quoted(happened.HomeVisited()), answer: { dueOn: '2020-12-31', level: null } }),
      'Reported late what had happened.',
      '补录已发生的事项。',
    ],
    [second.reportConfirmed({ proposal: entry(9) }), 'Confirmed a late report.', '确认补录。'],
    [second.reportDeclined({ proposal: entry(9), reason }), 'Declined a late report: wrong', '不同意补录：wrong'],
  ])('what second persons say: $type', (event, en, zh) => {
    expect(sentenceOf(start, event)).toEqual([en, zh]);
    expect(Object.values(second).map(({ type }) => type)).toContain(event.type);
    expect(tell(start, event).at(-1)?.standing).toBe('speaks of others');
  });
});

describe('an entry', () => {
  const visit = happened.HomeVisited();
  const approved = second.entryCorrected({ proposal: entry(3) });

  it('is told with who did it, when, and where it stands', () => {
    expect(tell(['2019-05-06', visit])[0]).toMatchObject({
      position: 1,
      revision: 1,
      id: 'entry-1',
      type: 'HomeVisited',
      effectiveOn: '2019-05-06',
      recordedAt: '2019-05-06T04:00:00.000Z',
      mode: 'act',
      actedBy: townshipCadre,
      recordedBy: { account: 'account-p-township' },
      authority: null,
      reads: [],
      standing: 'counts',
      setBy: null,
    });
  });

  describe('says who typed it in', () => {
    const officials: Readonly<Record<string, string>> = { 'p-township': '苗春兰' };
    const office: Names = {
      ...names,
      official: (id) => officials[id] ?? null,
      unit: (id) => (id === 'u-township' ? '监军街道办事处' : null),
      account: (id) =>
        id === 'a-own' ? { login: 'miao', person: townshipCadre.person } : id === 'a-desk' ? { login: 'front.desk', person: null } : null,
      recorder: (id, on) => (id === 'a-own' ? (on < '2020-01-01' ? { person: townshipCadre.person } : cadre) : null),
    };
    const cadre = { ...townshipCadre, post: 'town-commissioner' as typeof townshipCadre.post };
    const account = (id: string) => ({ account: id as AccountId });
    const recordedBy = (recorder: Recorder, mode: 'act' | 'takeover' = 'act', on: CalendarDate = '2020-02-01') => {
      const recorded = { ...entryOf(start, 0, on) };
      return narrate([{ ...recorded, by: { ...recorded.by, mode, recordedBy: recorder } }], all, by(office))[0]?.recordedBy;
    };

    it.each<[string, Recorder, 'act' | 'takeover', CalendarDate, object]>([
      [
        'as the entry has it',
        { ...account('a-x'), ...cadre },
        'act',
        '2020-02-01',
        { zh: '苗春兰 · 扶贫专干 · 监军街道办事处', en: '苗春兰 · town commissioner · 监军街道办事处' },
      ],
      [
        'of a list by the post of the day',
        account('a-own'),
        'takeover',
        '2020-02-01',
        { ...cadre, name: '苗春兰', zh: '苗春兰 · 扶贫专干 · 监军街道办事处' },
      ],
      ['who held no post then', account('a-own'), 'takeover', '2019-02-01', { person: 'p-township', name: '苗春兰', zh: '苗春兰' }],
      [
        'an account that is nobody’s own',
        account('a-desk'),
        'act',
        '2020-02-01',
        { name: null, zh: '账号 front.desk', en: 'account front.desk' },
      ],
      ['the clock', { process: 'clock' }, 'act', '2020-02-01', { zh: '系统时钟', en: 'the system’s clock' }],
      ['set-up', { process: 'setup' }, 'act', '2020-02-01', { zh: '系统初始化' }],
      ['a list brought at set-up', { process: 'setup' }, 'takeover', '2020-02-01', { zh: '系统初始化时导入' }],
    ])('%s', (_how, by, mode, on, fields) => {
      expect(recordedBy(by, mode, on)).toMatchObject(fields);
    });
  });

  it('counts until a correction is approved, and then says what was wanted', () => {
    const wanted = corrects(2, happened.CauseReclassified('05'));
    const history = [start, happened.CauseReclassified('02'), wanted] as const;
    expect(standings(...history)).toEqual(['counts', 'counts', 'speaks of others']);
    expect(standings(...history, approved)).toEqual(['counts', 'corrected entry-4', 'speaks of others', 'speaks of others']);
    expect(tell(...history, approved)[1]?.en).toBe('Main cause of poverty: 05; others: 03.');
    expect(narrate(historyOf(...history, approved), 3, by(names))).toEqual(tell(...history));
  });

  it('that was corrected tells what it said, who asked for that, who agreed to it, and why', () => {
    const wanted = corrects(2, happened.CauseReclassified('05'), '2019-03-04');
    const [, told, proposal, answer] = tell(start, happened.CauseReclassified('02'), wanted, approved);
    expect(told).toMatchObject({
      effectiveOn: '2019-03-04',
      first: { en: 'Main cause of poverty: 02; others: 03.' },
      amendment: { proposed: { position: 3, by: { name: null } }, answered: { position: 4 }, reason: 'wrong' },
      speaksOf: null,
    });
    expect(told?.first?.effectiveOn).not.toBe('2019-03-04');
    expect(proposal).toMatchObject({ speaksOf: 'entry-2', wanted: { effectiveOn: '2019-03-04', zh: '主要致贫原因：05；其他原因：03。' } });
    expect(answer).toMatchObject({ speaksOf: 'entry-3', wanted: null, first: null, amendment: null });
  });

  it('that was corrected names nobody to whom may not be told of the decision', () => {
    const history = historyOf(start, happened.CauseReclassified('02'), corrects(2, happened.CauseReclassified('05')), approved);
    const told = narrate(history, all, { ...by(names), tells: ({ position }) => position < 4 });
    expect(told.map(({ position, amendment }) => [position, amendment])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect(told[1]).toMatchObject({ standing: 'corrected', en: 'Main cause of poverty: 05; others: 03.' });
  });

  it('that is struck out still says what it said', () => {
    const history = tell(start, visit, corrects(2, null), second.entryRetracted({ proposal: entry(3) }));
    expect(history[1]).toMatchObject({ standing: 'struck out', setBy: null, en: 'Visited at home; amiss: water.', first: null });
    expect(history[1]?.amendment).toMatchObject({ proposed: { position: 3 }, answered: { position: 4 }, reason: 'wrong' });
  });

  it('stays as it is where an approval counts for nothing', () => {
    const stale = corrects(2, happened.HomeVisited('wet'), '2020-01-01', 9);
    expect(standings(start, visit, stale, approved)).toEqual(['counts', 'counts', 'speaks of others', 'speaks of others']);
  });
});

describe('a late report', () => {
  const report = second.reportProposed({ event: new Quoted(happened.MemberJoined(3)), answer: { dueOn: '2020-12-31', level: null } });
  const confirmed = second.reportConfirmed({ proposal: entry(2) });

  it('speaks of others until it is confirmed, and then counts under its own words', () => {
    expect(standings(start, report)).toEqual(['counts', 'speaks of others']);
    const history = tell(start, report, confirmed, happened.MemberLeft(3));
    expect(history[1]).toMatchObject({ standing: 'counts', setBy: null, en: '张3 joined as son (born).' });
    expect(history[3]?.en).toBe('张3 left the household (died).');
  });

  it('tells how many days after its day it was told, which guards it broke, and who let it count', () => {
    const [late] = historyOf(['2020-06-30', report]);
    const breach = { rule: 'identification.income-persons-differ' as Code<'rule'>, facts: { persons: 5, members: 3 } };
    const told = {
      ...late,
      by: { ...late?.by, mode: 'report', breaches: [breach] },
      recordedAt: new Date('2020-08-01T04:00:00Z'),
    } as Entry;
    const [shown] = narrate([told, ...historyOf(start, second.reportConfirmed({ proposal: entry(1) })).slice(1)], all, by(names));
    expect(shown).toMatchObject({ standing: 'counts', lateDays: 32, amendment: { answered: { position: 2 }, reason: null } });
    expect(shown?.breaches).toMatchObject([{ rule: breach.rule }]);
    expect(shown?.breaches[0]?.zh).not.toBe(breach.rule);
  });

  it('never counts where it was declined, or confirmed in vain', () => {
    expect(standings(start, report, second.reportDeclined({ proposal: entry(2), reason }), confirmed)[1]).toBe('speaks of others');
  });

  it('that was confirmed can be corrected, and struck out', () => {
    const correction = [corrects(2, happened.MemberJoined(3, '张三儿')), second.entryCorrected({ proposal: entry(4) })];
    expect(tell(start, report, confirmed, ...correction)[1]).toMatchObject({
      standing: 'corrected',
      setBy: 'entry-5',
      en: '张三儿 joined as son (born).',
    });
    const striking = [corrects(2, null), second.entryRetracted({ proposal: entry(4) })];
    expect(standings(start, report, confirmed, ...striking)[1]).toBe('struck out');
  });
});

describe('a person', () => {
  it('is called by the name that counts, once it was corrected', () => {
    const correction = [corrects(2, happened.MemberJoined(3, '张三儿')), second.entryCorrected({ proposal: entry(3) })];
    expect(tell(start, happened.MemberJoined(3), ...correction, happened.MemberLeft(3)).at(-1)?.en).toBe(
      '张三儿 left the household (died).',
    );
  });

  it('is not called by a name that was erased', () => {
    const event = happened.MemberJoined(3);
    const nameless = { ...event, data: { ...event.data, name: new Sealed<string>('person-m-3' as Owner, erased) } };
    expect(sentenceOf(start, nameless)[0]).toBe('— joined as son (born).');
  });

  it('who is no member is called as the office knows them, or by id', () => {
    const history = historyOf(happened.HeadChanged(7));
    expect(narrate(history, all, by({ ...names, official: (id) => (id === 'm-7' ? '李伟' : null) }))[0]?.en).toBe('李伟 became head.');
    expect(narrate(history, all, by(names))[0]?.zh).toBe('户主变更为m-7。');
  });
});
