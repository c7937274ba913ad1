import { input, kind, type RegionCode } from '@lookback/kernel';
import { Field, IsAsWritten, IsId, IsRegionCode, ListedAt, Nested } from '@lookback/office/desk';
import { IsDefined, IsOptional, Length } from 'class-validator';
import * as codes from './identification.codes.js';
import { citizenNumberTyped, DocumentAsked, householdNumber, personNumber } from './identification.commands.js';

/** A document that shows who somebody is. */
export interface DocumentHeld {
  readonly kind: codes.DocumentKind;
  readonly number: string;
}

/** Work away from home, as far as a row states it. */
export class WorkListed {
  @Field(kind.code(codes.workplaces), { en: 'Workplace', zh: '务工地点', optional: true }) place: codes.Workplace | null = null;
  @Field(kind.count(0, 12), { en: 'Months', zh: '务工时间（月）', optional: true }) months: number | null = null;
}

/** One row of a list, normalised. */
export class MemberListed {
  /** Of whom an entry named: said by its corrections alone. */
  @IsOptional() @IsId() readonly member?: codes.MemberId | undefined;
  @Field(kind.text(input.personName, '李伟'), { en: 'Name', zh: '姓名' }) readonly name: string;
  @Field(kind.code(codes.relations), { en: 'Relation to the head', zh: '与户主关系' }) readonly relation: codes.Relation;
  /** Null where there is none: then a document stands for it, or the reason is said. */
  @Field(kind.text(citizenNumberTyped, '11010519491231002X'), { en: 'Citizen number', zh: '证件号码', optional: true })
  @Length(15, 22)
  readonly citizenNumber: string | null = null;
  @Field(kind.group(() => DocumentAsked), {
    en: 'Other document (where there is no citizen number)',
    zh: '其他证件（无公民身份号码时填写）',
    optional: true,
  })
  readonly document?: DocumentHeld | undefined;
  @Field(kind.code(codes.noNumberReasons), { en: 'Why there is no number', zh: '无证件号码的原因', optional: true })
  readonly withoutNumber?: codes.NoNumberReason | undefined;
  /** 人编号; null where the list has none. */
  @Field(personNumber, { en: 'Person number', zh: '人编号', optional: true }) readonly number: codes.PersonNumber | null = null;
  @Field(kind.text(input.phone, '13900000000'), { en: 'Phone', zh: '联系电话', optional: true }) readonly phone: string | null = null;
  @Field(kind.text(input.text(100), '一组'), { en: 'Hamlet', zh: '自然村', optional: true }) readonly hamlet: string | null = null;
  @Field(kind.code(codes.ethnicGroups), { en: 'Ethnic group', zh: '民族', optional: true })
  readonly ethnicGroup: codes.EthnicGroup | null = null;
  @Field(kind.code(codes.schoolings), { en: 'Schooling', zh: '文化程度', optional: true })
  readonly schooling: codes.Schooling | null = null;
  @Field(kind.code(codes.pupilStatuses), { en: 'Pupil status', zh: '在校生状况', optional: true })
  readonly pupil: codes.PupilStatus | null = null;
  @Field(kind.code(codes.healths), { en: 'Health', zh: '健康状况', optional: true }) readonly health: codes.Health | null = null;
  @Field(kind.code(codes.labours), { en: 'Labour', zh: '劳动技能', optional: true }) readonly labour: codes.Labour | null = null;
  @Field(kind.group(() => WorkListed), { en: 'Work', zh: '务工', optional: true })
  readonly work: WorkListed | null = null;
  @Field(kind.yesNo, { en: 'Serious-illness insurance', zh: '参加大病医疗' }) readonly seriousIllnessInsurance: boolean;
  @IsOptional() @IsAsWritten() readonly asWritten: Readonly<Record<string, string>> | null = null;
}

/** Takes a household over from a list: what its rows say, and where they stand. No route asks it; a correction says it again. */
export class TakeOverHousehold {
  @IsDefined() @Nested(() => ListedAt) readonly source: ListedAt;
  /** Null where the list has none. */
  @Field(householdNumber, { en: 'Household number', zh: '户编号', optional: true }) readonly number: codes.HouseholdNumber | null = null;
  @IsRegionCode() readonly county: RegionCode;
  @IsRegionCode() readonly township: RegionCode;
  @IsRegionCode() readonly village: RegionCode;
  @Field(kind.code(codes.listedStandings), { en: 'Standing', zh: '状态' })
  readonly standing: codes.ListedStanding;
  @Field(kind.code(codes.attributes), { en: 'Attribute', zh: '贫困户属性' }) readonly attribute: codes.Attribute;
  @Field(codes.cause, { en: 'Main cause', zh: '主要致贫原因', optional: true })
  readonly mainCause: codes.CauseCode | null = null;
  @Field(kind.fen, { en: 'Net income per person', zh: '人均纯收入' }) readonly incomePerPersonFen: number;
  @Field(kind.yesNo, { en: 'Lives in a dangerous house', zh: '是否危房户' }) readonly dangerousHouse: boolean;
  @Field(kind.yesNo, { en: 'Safe water', zh: '饮水安全' }) readonly safeWater: boolean;
  @Field(kind.yesNo, { en: 'Water difficulty', zh: '饮水困难' }) readonly waterDifficulty: boolean;
  @Field(kind.rows(() => MemberListed, 0, 50), { en: 'Members', zh: '家庭成员' })
  readonly members: MemberListed[];

  static from(listed: Omit<TakeOverHousehold, 'members'> & { readonly members: readonly MemberListed[] }): TakeOverHousehold {
    return Object.assign(new TakeOverHousehold(), listed);
  }
}
