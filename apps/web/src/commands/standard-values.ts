import type { Shapes } from '../api/ask.js';
import type { Fields } from '../forms/field.js';
import { fieldsOf } from './description.js';

const yearAmount = fieldsOf('YearAmount', {
  year: { kind: 'whole', label: 'field.year' },
  fen: { kind: 'hundredths', unit: 'unit.yuan', label: 'field.perPersonYear' },
});
const days = { kind: 'whole', label: 'field.days' } as const;
const counted = { kind: 'code', list: 'counted', label: 'field.counted' } as const;
const duration = fieldsOf('Duration', { days, counted });
const share = fieldsOf('Share', {
  part: { kind: 'whole', label: 'field.sharePart' },
  of: { kind: 'whole', label: 'field.shareOf' },
});
const named = {
  code: { kind: 'line', label: 'field.code' },
  zh: { kind: 'line', label: 'field.zh' },
  en: { kind: 'line', label: 'field.en' },
} as const;
const procedure = { kind: 'code', list: 'procedureKind', label: 'field.procedure' } as const;
const gate = { kind: 'code', list: 'gate', label: 'field.gate' } as const;
const within = fieldsOf('Within', { within: { kind: 'group', label: 'field.limitWithin', fields: duration } });

/** The value of each standard, as the server declares its shape. */
export const standardValues: Readonly<Record<Shapes['StandardShown']['standard'], Fields>> = {
  'cause-codes': fieldsOf('CauseCodes', {
    causes: {
      kind: 'rows',
      some: true,
      label: 'field.causes',
      fields: fieldsOf('Cause', { ...named, national: { kind: 'listed', list: 'cause-codes', label: 'field.national' } }),
    },
  }),
  'poverty-line': fieldsOf('PovertyLine', { lines: { kind: 'rows', some: true, label: 'field.lines', fields: yearAmount } }),
  'notice-days': fieldsOf('NoticeDays', {
    village: { kind: 'group', label: 'field.noticeVillage', fields: duration },
    township: { kind: 'group', label: 'field.noticeTownship', fields: duration },
    announcement: { kind: 'group', label: 'field.noticeAnnouncement', fields: duration },
  }),
  gates: fieldsOf('Gates', {
    gates: {
      kind: 'rows',
      some: true,
      label: 'field.gates',
      fields: fieldsOf('GateStep', {
        of: procedure,
        step: { kind: 'whole', label: 'field.step', hint: 'hint.step' },
        gate,
        optional: { kind: 'yes-no', label: 'field.optional' },
      }),
    },
    limits: {
      kind: 'rows',
      label: 'field.gateLimits',
      fields: fieldsOf('GateLimit', {
        of: procedure,
        gate,
        from: { kind: 'code', list: 'gate', label: 'field.limitFrom' },
        days,
        counted,
      }),
    },
  }),
  quorum: fieldsOf('Quorum', {
    present: { kind: 'group', label: 'field.present', fields: share },
    inFavour: { kind: 'group', label: 'field.inFavour', fields: share },
  }),
  'helper-quotas': fieldsOf('HelperQuotas', {
    quotas: {
      kind: 'rows',
      some: true,
      label: 'field.quotas',
      fields: fieldsOf('HelperQuota', {
        rank: { kind: 'listed', list: 'helper-quotas', label: 'field.rank' },
        zh: named.zh,
        en: named.en,
        households: { kind: 'whole', label: 'field.households' },
      }),
    },
  }),
  'problem-classes': fieldsOf('ProblemClasses', {
    classes: {
      kind: 'rows',
      some: true,
      label: 'field.classes',
      fields: fieldsOf('ProblemClass', {
        ...named,
        blocksExit: { kind: 'yes-no', label: 'field.blocksExit' },
        asksPeople: { kind: 'yes-no', label: 'field.asksPeople' },
      }),
    },
  }),
  'problem-sources': fieldsOf('ProblemSources', {
    sources: { kind: 'rows', some: true, label: 'field.sources', fields: fieldsOf('ProblemSource', named) },
  }),
  'handover-acceptance': within,
  extension: fieldsOf('Extension', {
    times: { kind: 'whole', label: 'field.times' },
    byHigherLevel: { kind: 'yes-no', label: 'field.byHigherLevel' },
  }),
  'number-patterns': fieldsOf('NumberPatterns', {
    problem: { kind: 'line', label: 'field.problemPattern', hint: 'hint.pattern' },
    cancellation: { kind: 'line', label: 'field.cancellationPattern', hint: 'hint.pattern' },
  }),
  'reminder-ladder': fieldsOf('ReminderLadder', {
    daysBefore: { kind: 'wholes', some: true, label: 'field.daysBefore', hint: 'hint.numbers' },
    thenEvery: { kind: 'whole', label: 'field.thenEvery' },
  }),
  'report-late-days': fieldsOf('ReportLateDays', { days: { kind: 'whole', label: 'field.days' } }),
  'correction-answer': within,
  'correction-level': fieldsOf('CorrectionLevel', {
    days: { kind: 'whole', label: 'field.days' },
    gates: { kind: 'yes-no', label: 'field.gatesToo' },
    highest: { kind: 'code', list: 'level', label: 'field.highestLevel' },
  }),
  'monitoring-scope': fieldsOf('MonitoringScope', {
    percentOfLine: { kind: 'whole', label: 'field.percentOfLine' },
    amounts: { kind: 'rows', label: 'field.amounts', fields: yearAmount },
  }),
  'village-exit': fieldsOf('VillageExit', { incidencePerMille: { kind: 'whole', label: 'field.incidencePerMille' } }),
  'work-calendar': fieldsOf('WorkCalendar', {
    years: {
      kind: 'rows',
      some: true,
      label: 'field.years',
      fields: fieldsOf('WorkYear', {
        year: { kind: 'whole', label: 'field.year' },
        daysOff: { kind: 'days', label: 'field.daysOff', hint: 'hint.dates' },
        makeUpDays: { kind: 'days', label: 'field.makeUpDays', hint: 'hint.dates' },
      }),
    },
  }),
};
