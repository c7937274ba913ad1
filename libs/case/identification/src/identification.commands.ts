import { type CalendarDate, input, kind, type RegionCode } from '@lookback/kernel';
import { Field, IsId } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import * as codes from './identification.codes.js';
import * as openings from './opening.codes.js';

export const householdNumber = kind.text(input.digits(18), '610426001200000001');
export const personNumber = kind.text(input.digits(20), '61042600120000000101');
/** Whether it is a sound one, the rule book says. */
export const citizenNumberTyped: input.Reading<string> = (typed) => {
  const read = input.text(100)(typed);
  return 'value' in read ? input.itself(input.code(read.value)) : read;
};
const memberWords = { en: 'Member', zh: '家庭成员' };
const hamlet = kind.text(input.text(100), '一组');
const hamletWords = { en: 'Hamlet', zh: '自然村', optional: true } as const;

/** A year's work away from home. */
export class WorkAsked {
  @Field(kind.code(codes.workplaces), { en: 'Workplace', zh: '务工地点' }) place: codes.Workplace;
  @Field(kind.count(0, 12), { en: 'Months', zh: '务工时间（月）' }) months: number;
}

/** A document that shows who somebody is that has no citizen number. */
export class DocumentAsked {
  @Field(kind.code(codes.documentKinds), { en: 'Kind of document', zh: '证件类型' }) kind: codes.DocumentKind;
  @Field(kind.text(input.text(30), 'H01234567'), { en: 'Number of the document', zh: '证件号' }) number: string;
}

/** Somebody who comes to belong to a household. */
export class MemberAsked {
  /** As on the identity card. */
  @Field(kind.text(input.personName, '李伟'), { en: 'Name', zh: '姓名' }) name: string;
  /** GB 11643: 18 characters, or 20 or 22 of a disability card. Where there is none, `document` or `withoutNumber` is said. */
  @Field(kind.text(citizenNumberTyped, '11010519491231002X'), { en: 'Citizen number', zh: '证件号码', optional: true })
  @Length(15, 22)
  citizenNumber?: string;
  @Field(kind.group(() => DocumentAsked), {
    en: 'Other document (where there is no citizen number)',
    zh: '其他证件（无公民身份号码时填写）',
    optional: true,
  })
  @ApiProperty({ nullable: true, example: null })
  document?: DocumentAsked | null;
  @Field(kind.code(codes.noNumberReasons), { en: 'Why there is no number', zh: '无证件号码的原因', optional: true })
  @ApiProperty({ nullable: true, example: null })
  withoutNumber?: codes.NoNumberReason | null;
  @Field(kind.code(codes.relations), { en: 'Relation to the head', zh: '与户主关系' }) relation: codes.Relation;
  /** 人编号, once the registry has given one. */
  @Field(personNumber, { en: 'Person number', zh: '人编号', optional: true }) number?: codes.PersonNumber;
  @Field(kind.text(input.phone, '13900000000'), { en: 'Phone', zh: '联系电话', optional: true }) phone?: string;
  @Field(hamlet, hamletWords) hamlet?: string;
  /** GB/T 3304. */
  @Field(kind.code(codes.ethnicGroups), { en: 'Ethnic group', zh: '民族' }) ethnicGroup: codes.EthnicGroup;
  @Field(kind.code(codes.schoolings), { en: 'Schooling', zh: '文化程度', optional: true }) schooling?: codes.Schooling;
  @Field(kind.code(codes.pupilStatuses), { en: 'Pupil status', zh: '在校生状况' }) pupil: codes.PupilStatus;
  @Field(kind.code(codes.healths), { en: 'Health', zh: '健康状况' }) health: codes.Health;
  @Field(kind.code(codes.labours), { en: 'Labour', zh: '劳动技能' }) labour: codes.Labour;
  @Field(kind.group(() => WorkAsked), { en: 'Work', zh: '务工', optional: true })
  work?: WorkAsked;
  @Field(kind.yesNo, { en: 'Serious-illness insurance', zh: '参加大病医疗' }) seriousIllnessInsurance: boolean;
}

/** Adds somebody to the household. */
export class JoinMember extends MemberAsked {
  @Field(kind.code(codes.joinReasons), { en: 'Reason', zh: '原因' }) reason: codes.JoinReason;
}

/** Somebody of those with whom a household comes on record. */
export class OpeningMember extends MemberAsked {
  /** Of whom the opening named: said by its corrections alone. */
  @IsOptional() @IsId() member?: codes.MemberId;
}

/** Brings a household on record that has no number in the registry. */
export class OpenHousehold {
  @Field(kind.code(openings.openingBases), { en: 'Basis', zh: '建档依据' }) basis: openings.OpeningBasis;
  @Field(kind.village, { en: 'Village', zh: '行政村', hint: { en: 'Choose a village.', zh: '请选择行政村。' } }) village: RegionCode;
  @Field(hamlet, hamletWords) hamlet?: string;
  @Field(kind.code(openings.residences), { en: 'Residence', zh: '居住情况' }) residence: openings.Residence;
  @Field(kind.rows(() => OpeningMember, 1, 50), {
    en: 'Members',
    zh: '家庭成员',
    hint: { en: 'One line a person; one of them is the head.', zh: '逐人填写，其中一人为户主。' },
  })
  members: OpeningMember[];
}

/** The number of a member in the registry. */
export class MemberNumberAsked {
  @Field(kind.member, memberWords) member: codes.MemberId;
  /** 人编号: the household's number and two digits. */
  @Field(personNumber, { en: 'Person number', zh: '人编号' }) number: codes.PersonNumber;
}

/** Records the number that the registry gave to the household. */
export class GiveRegistryNumber {
  @Field(householdNumber, {
    en: 'Household number',
    zh: '户编号',
    hint: { en: '18 digits: the code of the village and six more.', zh: '18 位：村代码和 6 位数字。' },
  })
  number: codes.HouseholdNumber;
  @Field(kind.rows(() => MemberNumberAsked, 0, 50), {
    en: 'Numbers of members',
    zh: '人编号',
    hint: {
      en: 'Of those members whose numbers are known: the household’s number and two digits.',
      zh: '已知人编号的成员；每个编号为户编号和两位数字。',
    },
  })
  persons: MemberNumberAsked[];
}

/** Takes somebody off the household. */
export class LeaveMember {
  @Field(kind.member, memberWords) member: codes.MemberId;
  @Field(kind.code(codes.leaveReasons), { en: 'Reason', zh: '原因' }) reason: codes.LeaveReason;
}

/** How a member stands to the new head. */
export class RelationAsked {
  @Field(kind.member, memberWords) member: codes.MemberId;
  @Field(kind.code(codes.relations), { en: 'Relation to the head', zh: '与户主关系' }) relation: codes.Relation;
}

/** Makes another member the head. */
export class ChangeHead {
  @Field(kind.member, { en: 'New head', zh: '新户主' }) head: codes.MemberId;
  @Field(kind.relations(() => RelationAsked, 30), {
    en: 'Relations of the others to the new head',
    zh: '其他成员与新户主的关系',
    hint: { en: 'Required for the former head; for the others only where it changes.', zh: '原户主必须填写；其余仅填写有变化的。' },
  })
  relations: RelationAsked[];
}

/** Income of a period, in fen. */
export class AssessIncome {
  @Field(kind.day, { en: 'From', zh: '起' }) from: CalendarDate;
  @Field(kind.day, { en: 'To', zh: '止' }) to: CalendarDate;
  @Field(kind.count(2010, 2100), { en: 'Year of the poverty line', zh: '对照贫困线年份' }) lineYear: number;
  @Field(kind.fen, { en: 'Wages', zh: '工资性收入' }) wageFen: number;
  @Field(kind.fen, { en: 'Business income', zh: '生产经营性收入' }) businessFen: number;
  @Field(kind.fen, { en: 'Transfers', zh: '转移性收入' }) transferFen: number;
  @Field(kind.fen, { en: 'Property income', zh: '财产性收入' }) propertyFen: number;
  @Field(kind.fen, { en: 'Costs of the business', zh: '生产经营性支出' }) costsFen: number;
  @Field(kind.count(1, 50), { en: 'Persons', zh: '人数' }) persons: number;
  /** All parts, less the costs; may be negative. */
  @Field(kind.total({ plus: ['wageFen', 'businessFen', 'transferFen', 'propertyFen'], minus: ['costsFen'] }), {
    en: 'Net income',
    zh: '家庭纯收入',
  })
  netFen: number;
  /** The net over the persons, rounded down to the fen. */
  @Field(kind.total({ plus: ['netFen'], over: 'persons' }), { en: 'Net income per person', zh: '人均纯收入' }) perPersonFen: number;
}

/** Records whether a guarantee is met. */
export class CheckGuarantee {
  @Field(kind.code(codes.guarantees), { en: 'Guarantee', zh: '保障项目' }) kind: codes.Guarantee;
  @Field(kind.yesNo, { en: 'Met', zh: '是否达标' }) met: boolean;
  @Field(kind.code(codes.houseGrades), {
    en: 'Grade of the house',
    zh: '房屋等级',
    hint: { en: 'For housing only.', zh: '仅住房安全填写。' },
    optional: true,
  })
  grade?: codes.HouseGrade;
}

/** Records how the household lives. */
export class SurveyLivingConditions {
  @Field(kind.yesNo, { en: 'Electricity', zh: '通电' }) electricity: boolean;
  @Field(kind.code(codes.fuels), { en: 'Fuel', zh: '主要燃料' }) fuel: codes.Fuel;
  @Field(kind.yesNo, { en: 'Sanitary toilet', zh: '卫生厕所' }) sanitaryToilet: boolean;
  @Field(kind.code(codes.accessRoads), { en: 'Access road', zh: '入户路类型' }) accessRoad: codes.AccessRoad;
  @Field(kind.count(0, 200_000), { en: 'To the main road (metres)', zh: '距主干路（米）' }) roadMetres: number;
  @Field(kind.count(0, 10_000), { en: 'Housing (square metres)', zh: '住房面积（平方米）' }) housingSquareMetres: number;
  @Field(kind.yesNo, { en: 'Water difficulty', zh: '饮水困难' }) waterDifficulty: boolean;
  @Field(kind.yesNo, { en: 'Safe water', zh: '饮水安全' }) safeWater: boolean;
  @Field(kind.mu, { en: 'Arable land', zh: '耕地面积' }) arableCentimu: number;
  @Field(kind.mu, { en: 'Forest', zh: '林地面积' }) forestCentimu: number;
  @Field(kind.yesNo, { en: 'In a cooperative', zh: '加入合作社' }) cooperative: boolean;
}

/** Records for which causes the household is poor. */
export class ReclassifyCause {
  @Field(codes.cause, { en: 'Main cause', zh: '主要致贫原因' }) main: codes.CauseCode;
  /** None of them the main one. */
  @Field(codes.otherCauses, { en: 'Other causes (two at most)', zh: '其他致贫原因（至多两项）' })
  others: codes.CauseCode[];
}
