import { type CalendarDate, input, kind, type Level, levels, type PersonId, type UnitId } from '@lookback/kernel';
import { Field, IsIds } from '@lookback/office/desk';
import { levelWords } from '@lookback/office/registry';
import { IsOptional } from 'class-validator';
import * as codes from './rectification.codes.js';

const number = {
  shape: codes.numberShape,
  form: {
    en: 'a number such as ZG-2020-0412: letters and digits, up to five parts of 10 at most with hyphens between',
    zh: '编号，如 ZG-2020-0412：由字母和数字组成，可用连字符分为至多 5 段，每段不超过 10 个',
  },
  clean: input.mixedCode,
  example: 'ZG-2020-0412',
};
/** The number of a problem, or of its cancellation, as it is on record. */
export const problemNumber = kind.mark(number);
/** The number that a problem gets, and its cancellation, of the county's series. */
const newNumber = kind.mark({ ...number, series: 'problem' });
const newCancelNumber = kind.mark({ ...number, series: 'cancellation' });
const words = (example: string) => kind.words(2, 4000, example);
const Problem = () => Field(problemNumber, { en: 'Problem number', zh: '问题编号' });
const Reason = (example: string) => Field(words(example), { en: 'Reason', zh: '说明原因' });

/** Records that something is wrong. */
export class RecordProblem {
  @Field(newNumber, {
    en: 'Problem number',
    zh: '问题编号',
    hint: { en: 'Such as ZG-2020-0412; it never changes.', zh: '如 ZG-2020-0412；登记后终身不变。' },
  })
  number: codes.ProblemNumber;
  @Field(codes.problemSource, { en: 'Source', zh: '问题来源' }) source: codes.SourceCode;
  @Field(codes.problemClass, { en: 'Class', zh: '问题类别' }) class: codes.ClassCode;
  @Field(kind.oneOf(levels, levelWords), { en: 'Level that found it', zh: '发现层级' }) level: Level;
  @Field(words('厨房屋顶漏雨，3 月 3 日由李伟登记为已修缮'), {
    en: 'Description',
    zh: '问题描述',
    hint: { en: 'State where, what and who.', zh: '写清何处、何事、何人。' },
  })
  words: string;
  /** Households that it touches, where it is not one household's own. */
  @IsOptional() @IsIds(500) affects?: codes.HouseholdId[];
}

/** The three duties; none may stay open. */
export class Responsible implements codes.Duties {
  @Field(kind.person, { en: 'Leader', zh: '责任领导' }) leader: PersonId;
  @Field(kind.unit, { en: 'Responsible unit', zh: '责任单位' }) unit: UnitId;
  @Field(kind.person, { en: 'Staff', zh: '责任人' }) staff: PersonId;
}

/** Gives a problem to those who have to put it right. */
export class HandOverProblem {
  @Problem() problem: codes.ProblemNumber;
  @Field(kind.group(() => Responsible), { en: 'Leader · unit · staff', zh: '责任领导·单位·责任人' })
  responsible: Responsible;
  @Field(words('重修屋顶'), { en: 'Measure', zh: '整改措施' }) measure: string;
  /** The last day to report it as put right. */
  @Field(kind.day, { en: 'Time limit', zh: '整改时限' }) dueOn: CalendarDate;
}

/** Takes a hand-over on. */
export class AcceptHandover {
  @Problem() problem: codes.ProblemNumber;
}

/** Disputes a hand-over. */
export class DisputeHandover {
  @Problem() problem: codes.ProblemNumber;
  @Reason('材料尚未到位') reason: string;
}

/** Says how pressing a problem is. */
export class PrioritiseProblem {
  @Problem() problem: codes.ProblemNumber;
  @Field(kind.code(codes.priorities), { en: 'Priority', zh: '优先级' }) priority: codes.Priority;
}

/** Records what was done about a problem. */
export class TakeMeasure {
  @Problem() problem: codes.ProblemNumber;
  @Field(words('屋顶已重修'), { en: 'What was done', zh: '整改情况' }) done: string;
}

/** Gives more time. */
export class GrantExtension {
  @Problem() problem: codes.ProblemNumber;
  @Field(kind.day, { en: 'New time limit', zh: '延长后的整改时限' }) dueOn: CalendarDate;
  @Reason('材料尚未到位') reason: string;
}

/** Reports a problem as put right. */
export class ReportRectification {
  @Problem() problem: codes.ProblemNumber;
  @Field(words('屋顶已重修'), { en: 'What was done', zh: '整改情况' }) done: string;
}

/** Says whether what was reported is in place. */
export class VerifyRectification {
  @Problem() problem: codes.ProblemNumber;
  @Field(kind.yesNo, {
    en: 'In place',
    zh: '整改是否到位',
    hint: { en: '"No" returns it to the responsible unit; give the reason.', zh: '选“否”退回责任单位，并说明原因。' },
  })
  inPlace: boolean;
  @Field(kind.yesNo, { en: 'On site', zh: '是否实地核查' }) onSite: boolean;
  @Field(words('屋顶仍漏雨'), { en: 'Reason', zh: '说明原因', optional: true }) reason?: string;
}

/** Records what those concerned think of the result. */
export class AskPeople {
  @Problem() problem: codes.ProblemNumber;
  @Field(kind.code(codes.peopleKinds), { en: 'Who was asked', zh: '征求对象' }) who: codes.PeopleKind;
  @Field(kind.code(codes.answers), { en: 'Answer', zh: '满意情况' }) answer: codes.PeopleAnswer;
  /** Needed unless they are satisfied. */
  @Field(words('屋顶仍漏雨'), { en: 'Reason', zh: '说明原因', optional: true }) reason?: string;
}

/** Strikes a number off. */
export class CancelNumber {
  @Problem() problem: codes.ProblemNumber;
  @Field(newCancelNumber, { en: 'Cancel number', zh: '销号编号' }) cancelNumber: codes.CancelNumber;
  /** What was wrong, and why, was found out. */
  @Field(kind.yesNo, { en: 'Fully investigated', zh: '问题已查清' }) identified: boolean;
  @Field(kind.yesNo, { en: 'Meets the requirements of the superior level', zh: '达到上级要求' }) meetsRequirement: boolean;
}

/** Opens a cancelled number again. */
export class ReopenNumber {
  @Problem() problem: codes.ProblemNumber;
  @Field(words('屋顶再次漏雨'), { en: 'What recurred', zh: '反弹情况' }) words: string;
}
