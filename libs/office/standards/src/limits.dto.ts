import { type Code, input, type Level, levels } from '@lookback/kernel';
import { Integer, Nested, Shaped } from '@lookback/office/desk';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

/** So many days, and which days count. */
export class Duration {
  @Integer(1, 366) days: number;
  /** Every day, or only working days by the work calendar. */
  @IsIn(['calendar', 'working']) counted: 'calendar' | 'working';
}

/** How long each notice hangs: village, township, announcement. */
export class NoticeDays {
  @Nested(() => Duration) village: Duration;
  @Nested(() => Duration) township: Duration;
  @Nested(() => Duration) announcement: Duration;
}

/** A part of a whole: two of three. */
export class Share {
  @Integer(1, 100) part: number;
  @Integer(1, 100) of: number;
}

/** When a village assembly decides. */
export class Quorum {
  /** Of those eligible, at least this share is present. */
  @Nested(() => Share) present: Share;
  /** Of those present, more than this share is for it. */
  @Nested(() => Share) inFavour: Share;
}

/** Up to how many calendar days after its day something is told as an act; then it is told as a report, with a document. */
export class ReportLateDays {
  @Integer(1, 36_500) days: number;
}

/** When a correction or a report is answered by the level above, and not by another unit of any level. */
export class CorrectionLevel {
  /** When it is about something of more than so many days ago. */
  @Integer(1, 36_500) days: number;
  /** When it is about a gate of a procedure. */
  @IsBoolean() gates: boolean;
  /** What this level decided is answered by another unit of it: no office of the county has one above. */
  @IsIn(levels) highest: Level;
}

/** A limit of one duration: a handover is accepted, or a proposal answered, within it. */
export class Within {
  @Nested(() => Duration) within: Duration;
}

/** Whether a rectification's limit can be extended. */
export class Extension {
  /** How many times. */
  @Integer(0, 10) times: number;
  /** True where only a level above the one that handed over may grant it. */
  @IsBoolean() byHigherLevel: boolean;
}

/** When somebody is reminded of a limit, in calendar days. */
export class ReminderLadder {
  /** Days before the limit; 0 is the day itself. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(366, { each: true })
  daysBefore: number[];
  /** After the limit, every so many days. */
  @Integer(1, 366) thenEvery: number;
}

/** At which incidence of poverty a village may exit, at most. */
export class VillageExit {
  /** Registered poor people in a thousand of the village's people. */
  @Integer(0, 1000) incidencePerMille: number;
}

const IsPattern = (example: string) =>
  Shaped(
    /^(?=[^{}]*(\{year\})?[^{}]*\{n\}[^{}]*$)(?:[0-9A-Za-z]|-|\{year\}|\{n\}){3,40}$/,
    example,
    {
      en: 'letters, digits and hyphens, {year} once at most and then {n} once, such as ZG-{year}-{n}',
      zh: '字母、数字和连字符，可含一个 {year}，其后必含一个 {n}，如 ZG-{year}-{n}',
    },
    input.mixedCode,
  );

/** How the numbers look that the office gives: `{year}` stands for the year, `{n}` for the next of it. */
export class NumberPatterns {
  @IsPattern('ZG-{year}-{n}') problem: Code<'number-pattern'>;
  @IsPattern('XH-{year}-{n}') cancellation: Code<'number-pattern'>;
}
