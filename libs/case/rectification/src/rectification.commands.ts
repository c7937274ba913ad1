import { ApiProperty } from '@nestjs/swagger';
import { type CalendarDate, input, type Level, levels, type PersonId, type UnitId } from '@lookback/kernel';
import { CodeOf, IsCalendarDate, IsId, IsIds, Nested, OneOf, Sentences, Shaped } from '@lookback/office/desk';
import { IsBoolean, IsOptional } from 'class-validator';
import * as codes from './rectification.codes.js';

/** The number of a problem, or of its cancellation. */
export const IsNumber = () =>
  Shaped(
    codes.numberShape,
    'ZG-2020-0412',
    {
      en: 'a number such as ZG-2020-0412: letters and digits, up to five parts of 10 at most with hyphens between',
      zh: '编号，如 ZG-2020-0412：由字母和数字组成，可用连字符分为至多 5 段，每段不超过 10 个',
    },
    input.mixedCode,
  );
const Words = (example: string) => Sentences(2, 4000, example);

/** Records that something is wrong. */
export class RecordProblem {
  /** Under which it is kept for ever. */
  @IsNumber() number: codes.ProblemNumber;
  /** Where it was noticed; a code of the standard `problem-sources`. */
  @CodeOf('problem-sources') @Shaped(codes.listCodeShape, 'self-check') source: codes.SourceCode;
  /** A code of the standard `problem-classes`. */
  @CodeOf('problem-classes') @Shaped(codes.listCodeShape, 'exit') class: codes.ClassCode;
  /** The level that found it. */
  @OneOf(levels) level: Level;
  /** Point, thing and person. */
  @Words('厨房屋顶漏雨，3 月 3 日由李伟登记为已修缮') words: string;
  /** Households that it touches, where it is not one household's own. */
  @IsOptional() @IsIds(500) affects?: codes.HouseholdId[];
}

/** The three duties; none may stay open. */
export class Responsible implements codes.Duties {
  /** 责任领导 */
  @IsId() leader: PersonId;
  /** 责任单位 */
  @IsId() unit: UnitId;
  /** 责任人 */
  @IsId() staff: PersonId;
}

/** Gives a problem to those who have to put it right. */
export class HandOverProblem {
  @IsNumber() problem: codes.ProblemNumber;
  @Nested(() => Responsible) @ApiProperty({ type: Responsible }) responsible: Responsible;
  /** What has to be done. */
  @Words('重修屋顶') measure: string;
  /** The last day to report it as put right. */
  @IsCalendarDate() dueOn: CalendarDate;
}

/** Takes a hand-over on. */
export class AcceptHandover {
  @IsNumber() problem: codes.ProblemNumber;
}

/** Disputes a hand-over. */
export class DisputeHandover {
  @IsNumber() problem: codes.ProblemNumber;
  @Words('材料尚未到位') reason: string;
}

/** Says how pressing a problem is. */
export class PrioritiseProblem {
  @IsNumber() problem: codes.ProblemNumber;
  @OneOf(codes.priorities) priority: codes.Priority;
}

/** Records what was done about a problem. */
export class TakeMeasure {
  @IsNumber() problem: codes.ProblemNumber;
  @Words('屋顶已重修') done: string;
}

/** Gives more time. */
export class GrantExtension {
  @IsNumber() problem: codes.ProblemNumber;
  /** The new last day. */
  @IsCalendarDate() dueOn: CalendarDate;
  @Words('材料尚未到位') reason: string;
}

/** Reports a problem as put right. */
export class ReportRectification {
  @IsNumber() problem: codes.ProblemNumber;
  /** What was done. */
  @Words('屋顶已重修') done: string;
}

/** Says whether what was reported is in place. */
export class VerifyRectification {
  @IsNumber() problem: codes.ProblemNumber;
  /** False returns it to the unit; then say why. */
  @IsBoolean() inPlace: boolean;
  /** On site, or on paper. */
  @IsBoolean() onSite: boolean;
  @IsOptional() @Words('屋顶仍漏雨') reason?: string;
}

/** Records what those concerned think of the result. */
export class AskPeople {
  @IsNumber() problem: codes.ProblemNumber;
  @OneOf(codes.peopleKinds) who: codes.PeopleKind;
  @OneOf(codes.answers) answer: codes.PeopleAnswer;
  /** Needed unless they are satisfied. */
  @IsOptional() @Words('屋顶仍漏雨') reason?: string;
}

/** Strikes a number off. */
export class CancelNumber {
  @IsNumber() problem: codes.ProblemNumber;
  /** 销号编号 */
  @IsNumber() cancelNumber: codes.CancelNumber;
  /** What was wrong, and why, was found out. */
  @IsBoolean() identified: boolean;
  /** The result meets what the superior level asks. */
  @IsBoolean() meetsRequirement: boolean;
}

/** Opens a cancelled number again. */
export class ReopenNumber {
  @IsNumber() problem: codes.ProblemNumber;
  /** What was found again. */
  @Words('屋顶再次漏雨') words: string;
}
