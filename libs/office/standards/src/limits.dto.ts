import { type Code, input, kind, type Level, levels } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { levelWords } from '@lookback/office/registry';
import { type DayCount, dayCounts } from './gates.codes.js';

const daysWords = { en: 'Days', zh: '天数' };

/** So many days, and which days count. */
export class Duration {
  @Field(kind.count(1, 366), daysWords) days: number;
  @Field(kind.code(dayCounts), { en: 'Counted in', zh: '计算方式' }) counted: DayCount;
}

const duration = kind.group(() => Duration);

/** How long each notice hangs: village, township, announcement. */
export class NoticeDays {
  @Field(duration, { en: 'Village notice', zh: '村级公示' }) village: Duration;
  @Field(duration, { en: 'Township notice', zh: '乡镇公示' }) township: Duration;
  @Field(duration, { en: 'Announcement', zh: '公告' }) announcement: Duration;
}

/** A part of a whole: two of three. */
export class Share {
  @Field(kind.count(1, 100), { en: 'Part', zh: '分子' }) part: number;
  @Field(kind.count(1, 100), { en: 'Of', zh: '分母' }) of: number;
}

const share = kind.group(() => Share);

/** When a village assembly decides. */
export class Quorum {
  /** Of those eligible, at least this share is present. */
  @Field(share, { en: 'Present, at least', zh: '到会比例（至少）' }) present: Share;
  /** Of those present, more than this share is for it. */
  @Field(share, { en: 'In favour, more than', zh: '赞成比例（超过）' }) inFavour: Share;
}

/** Up to how many calendar days after its day something is told as an act; then it is told as a report, with a document. */
export class ReportLateDays {
  @Field(kind.count(1, 36_500), daysWords) days: number;
}

/** When a correction or a report is answered by the level above, and not by another unit of any level. */
export class CorrectionLevel {
  /** When it is about something of more than so many days ago. */
  @Field(kind.count(1, 36_500), daysWords) days: number;
  /** When it is about a gate of a procedure. */
  @Field(kind.yesNo, { en: 'Gates always by the level above', zh: '程序环节一律由上一级复核' }) gates: boolean;
  /** What this level decided is answered by another unit of it: no office of the county has one above. */
  @Field(kind.oneOf(levels, levelWords), { en: 'Highest level that answers', zh: '最高复核层级' }) highest: Level;
}

/** A limit of one duration: a handover is accepted, or a proposal answered, within it. */
export class Within {
  @Field(duration, { en: 'Within', zh: '时限' }) within: Duration;
}

/** Whether a rectification's limit can be extended. */
export class Extension {
  @Field(kind.count(0, 10), { en: 'Times', zh: '次数' }) times: number;
  /** True where only a level above the one that handed over may grant it. */
  @Field(kind.yesNo, { en: 'By a higher level only', zh: '须上级批准' }) byHigherLevel: boolean;
}

/** When somebody is reminded of a limit, in calendar days. */
export class ReminderLadder {
  /** 0 is the day itself. */
  @Field(kind.counts(0, 366, 20), {
    en: 'Days before it is due',
    zh: '到期前几天提醒',
    hint: { en: 'Separated by commas: 7, 3, 0', zh: '用逗号分隔，如 7, 3, 0' },
  })
  daysBefore: number[];
  @Field(kind.count(1, 366), { en: 'Then every (days)', zh: '逾期后每隔几天' }) thenEvery: number;
}

/** At which incidence of poverty a village may exit, at most. */
export class VillageExit {
  /** Registered poor people in a thousand of the village's people. */
  @Field(kind.count(0, 1000), { en: 'Poverty incidence, per mille', zh: '贫困发生率（千分比）' }) incidencePerMille: number;
}

const pattern = (example: string) =>
  kind.mark({
    shape: /^(?=[^{}]*(\{year\})?[^{}]*\{n\}[^{}]*$)(?:[0-9A-Za-z]|-|\{year\}|\{n\}){3,40}$/,
    form: {
      en: 'letters, digits and hyphens, {year} once at most and then {n} once, such as ZG-{year}-{n}',
      zh: '字母、数字和连字符，可含一个 {year}，其后必含一个 {n}，如 ZG-{year}-{n}',
    },
    clean: input.mixedCode,
    example,
  });
const hint = {
  en: '{year} stands for the year, {n} for the next number, as in ZG-{year}-{n}',
  zh: '{year} 代表年份，{n} 代表顺序号，如 ZG-{year}-{n}',
};

/** How the numbers look that the office gives: `{year}` stands for the year, `{n}` for the next of it. */
export class NumberPatterns {
  @Field(pattern('ZG-{year}-{n}'), { en: 'Pattern of problem numbers', zh: '问题编号规则', hint }) problem: Code<'number-pattern'>;
  @Field(pattern('XH-{year}-{n}'), { en: 'Pattern of cancel numbers', zh: '销号编号规则', hint }) cancellation: Code<'number-pattern'>;
}
