import type { RegionCode } from '@lookback/kernel';
import { input } from '@lookback/kernel';
import { Fen, IsAsWritten, IsId, IsRegionCode, ListedAt, Nested, OneOf, Shaped, Typed } from '@lookback/office/desk';
import { ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsIn, IsOptional, IsString, Length } from 'class-validator';
import * as codes from './identification.codes.js';
import { causeShape, DocumentAsked } from './identification.commands.js';

/** A document that shows who somebody is. */
export interface DocumentHeld {
  readonly kind: codes.DocumentKind;
  readonly number: string;
}

/** Work away from home, as far as a row states it. */
export class WorkListed {
  @IsOptional() @OneOf(codes.workplaces) place: codes.Workplace | null = null;
  @IsOptional() @IsIn([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) months: number | null = null;
}

/** One row of a list, normalised. */
export class MemberListed {
  /** Of whom an entry named: said by its corrections alone. */
  @IsOptional() @IsId() readonly member?: codes.MemberId | undefined;
  /** 人编号; null where the list has none. */
  @IsOptional() @Typed(input.digits(20), '61042600120000000104') readonly number: codes.PersonNumber | null = null;
  @OneOf(codes.relations) readonly relation: codes.Relation;
  @Typed(input.personName, '李伟') readonly name: string;
  /** Null where there is none: then a document stands for it, or the reason is said. */
  @IsOptional() @IsString() @Length(15, 22) readonly citizenNumber: string | null = null;
  @IsOptional() @Nested(() => DocumentAsked) readonly document?: DocumentHeld | undefined;
  @IsOptional() @OneOf(codes.noNumberReasons) readonly withoutNumber?: codes.NoNumberReason | undefined;
  @IsOptional() @Typed(input.phone, '13900000000') readonly phone: string | null = null;
  @IsOptional() @Typed(input.text(100), '一组') readonly hamlet: string | null = null;
  @IsOptional() @IsIn(Object.keys(codes.ethnicGroups)) readonly ethnicGroup: codes.EthnicGroup | null = null;
  @IsOptional() @OneOf(codes.schoolings) readonly schooling: codes.Schooling | null = null;
  @IsOptional() @OneOf(codes.pupilStatuses) readonly pupil: codes.PupilStatus | null = null;
  @IsOptional() @OneOf(codes.healths) readonly health: codes.Health | null = null;
  @IsOptional() @OneOf(codes.labours) readonly labour: codes.Labour | null = null;
  @IsOptional() @Nested(() => WorkListed) readonly work: WorkListed | null = null;
  @IsBoolean() readonly seriousIllnessInsurance: boolean;
  @IsOptional() @IsAsWritten() readonly asWritten: Readonly<Record<string, string>> | null = null;
}

/** Takes a household over from a list: what its rows say, and where they stand. No route asks it; a correction says it again. */
export class TakeOverHousehold {
  @IsDefined() @Nested(() => ListedAt) readonly source: ListedAt;
  /** 户编号; null where the list has none. */
  @IsOptional() @Typed(input.digits(18), '610426001200000001') readonly number: codes.HouseholdNumber | null = null;
  @IsRegionCode() readonly county: RegionCode;
  @IsRegionCode() readonly township: RegionCode;
  @IsRegionCode() readonly village: RegionCode;
  @OneOf(codes.listedStandings) readonly standing: codes.ListedStanding;
  @OneOf(codes.attributes) readonly attribute: codes.Attribute;
  @IsOptional() @Shaped(causeShape, '01') readonly mainCause: codes.CauseCode | null = null;
  @Fen() readonly incomePerPersonFen: number;
  @IsBoolean() readonly dangerousHouse: boolean;
  @IsBoolean() readonly safeWater: boolean;
  @IsBoolean() readonly waterDifficulty: boolean;
  @IsArray() @ArrayMaxSize(50) @Nested(() => MemberListed) readonly members: MemberListed[];

  static from(listed: Omit<TakeOverHousehold, 'members'> & { readonly members: readonly MemberListed[] }): TakeOverHousehold {
    return Object.assign(new TakeOverHousehold(), listed);
  }
}
