import { type CalendarDate, input, type RegionCode } from '@lookback/kernel';
import {
  Cleaned,
  CodeOf,
  Fen,
  Integer,
  IsCalendarDate,
  IsId,
  Nested,
  NetFen,
  OneOf,
  Shaped,
  ShapedList,
  Typed,
} from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import * as codes from './identification.codes.js';
import * as openings from './opening.codes.js';

/** The code of a cause, of the nation's list or a county's own. */
export const causeShape = /^[0-9a-z]{1,8}$/;

/** A year's work away from home. */
export class WorkAsked {
  @OneOf(codes.workplaces) place: codes.Workplace;
  /** Months of the year. */
  @Integer(0, 12) months: number;
}

/** A document that shows who somebody is that has no citizen number. */
export class DocumentAsked {
  @OneOf(codes.documentKinds) kind: codes.DocumentKind;
  @Typed(input.text(30), 'H01234567') number: string;
}

/** Somebody who comes to belong to a household. */
export class MemberAsked {
  /** 人编号, once the registry has given one. */
  @IsOptional() @Typed(input.digits(20), '61042600120000000104') number?: codes.PersonNumber;
  @OneOf(codes.relations) relation: codes.Relation;
  /** As on the identity card. */
  @Typed(input.personName, '李伟') name: string;
  /** GB 11643: 18 characters, or 20 or 22 of a disability card. Where there is none, `document` or `withoutNumber` is said. */
  @IsOptional()
  @Cleaned(input.code)
  @IsString()
  @Length(15, 22)
  @ApiProperty({ type: String, example: '11010519491231002X' })
  citizenNumber?: string;
  @IsOptional()
  @Nested(() => DocumentAsked)
  @ApiProperty({ type: DocumentAsked, required: false, nullable: true, example: null })
  document?: DocumentAsked | null;
  /** Why there is neither a citizen number nor another document. */
  @IsOptional()
  @OneOf(codes.noNumberReasons)
  @ApiProperty({ nullable: true, example: null })
  withoutNumber?: codes.NoNumberReason | null;
  @IsOptional() @Typed(input.phone, '13900000000') phone?: string;
  @IsOptional() @Typed(input.text(100), '一组') hamlet?: string;
  /** GB/T 3304. @example "01" */
  @IsIn(Object.keys(codes.ethnicGroups)) @ApiProperty({ type: String, pattern: '^\\d{2}$' }) ethnicGroup: codes.EthnicGroup;
  @IsOptional() @OneOf(codes.schoolings) schooling?: codes.Schooling;
  @OneOf(codes.pupilStatuses) pupil: codes.PupilStatus;
  @OneOf(codes.healths) health: codes.Health;
  @OneOf(codes.labours) labour: codes.Labour;
  @IsOptional() @Nested(() => WorkAsked) work?: WorkAsked;
  @IsBoolean() seriousIllnessInsurance: boolean;
}

/** Adds somebody to the household. */
export class JoinMember extends MemberAsked {
  @OneOf(codes.joinReasons) reason: codes.JoinReason;
}

/** Somebody of those with whom a household comes on record. */
export class OpeningMember extends MemberAsked {
  /** Of whom the opening named: said by its corrections alone. */
  @IsOptional() @IsId() member?: codes.MemberId;
}

/** Brings a household on record that has no number in the registry. */
export class OpenHousehold {
  @OneOf(openings.openingBases) basis: openings.OpeningBasis;
  /** The village in which it lies. */
  @Shaped(/^\d{12}$/, '610426001200') village: RegionCode;
  /** The group of the village. */
  @IsOptional() @Typed(input.text(100), '一组') hamlet?: string;
  @OneOf(openings.residences) residence: openings.Residence;
  /** One of them the head. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @Nested(() => OpeningMember) members: OpeningMember[];
}

/** The number of a member in the registry. */
export class MemberNumberAsked {
  @IsId() member: codes.MemberId;
  /** 人编号: the household's number and two digits. */
  @Typed(input.digits(20), '61042600120000000101') number: codes.PersonNumber;
}

/** Records the number that the registry gave to the household. */
export class GiveRegistryNumber {
  /** 户编号: the code of a village and six digits. */
  @Typed(input.digits(18), '610426001200000001') number: codes.HouseholdNumber;
  /** Of those members whose numbers are known. */
  @IsArray() @ArrayMaxSize(50) @Nested(() => MemberNumberAsked) persons: MemberNumberAsked[];
}

/** Takes somebody off the household. */
export class LeaveMember {
  @IsId() member: codes.MemberId;
  @OneOf(codes.leaveReasons) reason: codes.LeaveReason;
}

/** How a member stands to the new head. */
export class RelationAsked {
  @IsId() member: codes.MemberId;
  @OneOf(codes.relations) relation: codes.Relation;
}

/** Makes another member the head. */
export class ChangeHead {
  @IsId() head: codes.MemberId;
  /** Of those whose relation changes; the former head's always. */
  @IsArray() @ArrayMaxSize(30) @Nested(() => RelationAsked) relations: RelationAsked[];
}

/** Income of a period, in fen. */
export class AssessIncome {
  @IsCalendarDate() from: CalendarDate;
  @IsCalendarDate() to: CalendarDate;
  /** The year whose poverty line it is held against. */
  @Integer(2010, 2100) lineYear: number;
  @Fen() wageFen: number;
  @Fen() businessFen: number;
  @Fen() transferFen: number;
  @Fen() propertyFen: number;
  /** Costs of the business. */
  @Fen() costsFen: number;
  /** All parts, less the costs; may be negative. */
  @NetFen() netFen: number;
  @Integer(1, 50) persons: number;
  /** The net over the persons, rounded down to the fen. */
  @NetFen() perPersonFen: number;
}

/** Records whether a guarantee is met. */
export class CheckGuarantee {
  @OneOf(codes.guarantees) kind: codes.Guarantee;
  @IsBoolean() met: boolean;
  /** Of the house, for housing only. */
  @IsOptional() @OneOf(codes.houseGrades) grade?: codes.HouseGrade;
}

/** Records how the household lives. */
export class SurveyLivingConditions {
  @IsBoolean() electricity: boolean;
  @OneOf(codes.fuels) fuel: codes.Fuel;
  @IsBoolean() sanitaryToilet: boolean;
  @OneOf(codes.accessRoads) accessRoad: codes.AccessRoad;
  /** To the nearest main road, in metres. */
  @Integer(0, 200_000) roadMetres: number;
  @Integer(0, 10_000) housingSquareMetres: number;
  @IsBoolean() waterDifficulty: boolean;
  @IsBoolean() safeWater: boolean;
  /** Hundredths of a mu. */
  @Integer(0, 10_000_000) arableCentimu: number;
  /** Hundredths of a mu. */
  @Integer(0, 10_000_000) forestCentimu: number;
  /** Whether the household belongs to a cooperative. */
  @IsBoolean() cooperative: boolean;
}

/** Records for which causes the household is poor. */
export class ReclassifyCause {
  @CodeOf('cause-codes') @Shaped(causeShape, '01') main: codes.CauseCode;
  /** Up to two more, none of them the main one. */
  @CodeOf('cause-codes')
  @ShapedList(causeShape, { most: 2, example: ['02'] })
  others: codes.CauseCode[];
}
