import type { InBoth } from '@lookback/kernel';
import * as gates from './gates.dto.js';
import * as limits from './limits.dto.js';
import * as lists from './lists.dto.js';
import * as years from './years.dto.js';

interface Standard<Value extends object> {
  readonly title: InBoth;
  /** What its numbers count. */
  readonly unit: InBoth | null;
  /** The shape of its value, which class-validator checks. */
  readonly shape: new () => Value;
}

const days: InBoth = { en: 'days', zh: '天' };
const standard = <Value extends object>(shape: new () => Value, title: InBoth, unit: InBoth | null = null): Standard<Value> => ({
  shape,
  title,
  unit,
});

/** Every standard that a region may set, with the shape of its value. Source: domain.md, section 4. */
export const standardCatalogue = {
  'cause-codes': standard(lists.CauseCodes, { en: 'causes of poverty', zh: '致贫原因' }),
  'poverty-line': standard(years.PovertyLine, { en: 'poverty line', zh: '贫困线' }, { en: 'fen per person and year', zh: '分/人·年' }),
  gates: standard(gates.Gates, { en: 'gates of procedures', zh: '程序环节' }),
  'notice-days': standard(limits.NoticeDays, { en: 'days of notices', zh: '公示天数' }, days),
  quorum: standard(limits.Quorum, { en: 'quorum of the village assembly', zh: '评议会法定人数' }, { en: 'shares', zh: '比例' }),
  'helper-quotas': standard(lists.HelperQuotas, { en: 'households for each helper', zh: '结对帮扶户数' }, { en: 'households', zh: '户' }),
  'problem-classes': standard(lists.ProblemClasses, { en: 'classes of problems', zh: '问题类别' }),
  'problem-sources': standard(lists.ProblemSources, { en: 'sources of problems', zh: '问题来源' }),
  'handover-acceptance': standard(limits.Within, { en: 'days to accept what is handed over', zh: '交办接收时限' }, days),
  extension: standard(limits.Extension, { en: 'extension of a rectification', zh: '整改延期' }, { en: 'times', zh: '次' }),
  'number-patterns': standard(limits.NumberPatterns, { en: 'patterns of numbers', zh: '编号规则' }),
  'reminder-ladder': standard(limits.ReminderLadder, { en: 'reminders', zh: '催办提醒' }, days),
  'report-late-days': standard(limits.ReportLateDays, { en: 'days after which it is reported late', zh: '补录时限' }, days),
  'correction-answer': standard(limits.Within, { en: 'days to answer corrections and late reports', zh: '更正和补录复核时限' }, days),
  'correction-level': standard(limits.CorrectionLevel, { en: 'level that answers corrections', zh: '更正和补录复核层级' }, days),
  'monitoring-scope': standard(
    years.MonitoringScope,
    { en: 'scope of monitoring', zh: '监测范围' },
    { en: 'percent; fen per person and year', zh: '百分比；分/人·年' },
  ),
  'village-exit': standard(limits.VillageExit, { en: 'exit of villages', zh: '贫困村退出标准' }, { en: 'per mille', zh: '千分比' }),
  'work-calendar': standard(years.WorkCalendar, { en: 'work calendar', zh: '工作日历' }),
} as const satisfies Record<string, Standard<object>>;

export type StandardName = keyof typeof standardCatalogue;
export type ValueOf<Name extends StandardName> = InstanceType<(typeof standardCatalogue)[Name]['shape']>;

/** A standard with a value of its own shape. */
export type Valued = { [Name in StandardName]: { readonly standard: Name; readonly value: ValueOf<Name> } }[StandardName];

export const standardNames = Object.keys(standardCatalogue) as StandardName[];
