import type { HouseholdNumber } from '@lookback/case/identification';
import type { FileCursor } from '@lookback/case/household';
import { type Standing, standingCodes } from '@lookback/case/standing';
import type { CalendarDate, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { IsId, IsRegionCode, IsWhole, Text } from '@lookback/office/desk';
import { type Rank, ranks } from '@lookback/office/standards';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { WordsShown } from '../lists/listed.dto.js';
import { IsFileCursor } from '../household/file-cursor-asked.js';

/** Which helpers: those of households in a region. */
export class HelpersAsked {
  @IsOptional() @IsRegionCode() region?: RegionCode;
}

/** A page of helpers. */
export class UnderQuotaAsked extends HelpersAsked {
  /** The last person of the page before. */
  @IsOptional() @IsId() after?: PersonId;
  @IsOptional() @IsWhole(1, 500) limit?: number;
}

export class UnitNamed {
  @Text() unit: UnitId;
  @Text(true) name: string | null;
}

/** A helper and how many households they help. */
export class HelperKnown {
  @Text() person: PersonId;
  /** Null where it is erased or nobody of this id is on record. */
  @Text(true) name: string | null;
  /** How the telephone number ends, as in lists of officials. */
  @Text(true) phoneEnd: string | null;
  @Text() county: RegionCode;
  @ApiProperty({ enum: ranks, isArray: true }) ranks: Rank[];
  /** What they are called in the county today, in the same order. */
  @ApiProperty({ type: [WordsShown] }) rankWords: WordsShown[];
  @ApiProperty({ type: [UnitNamed] }) units: UnitNamed[];
  /** All that the helper helps in the county. */
  households: number;
}

export class HelperLine extends HelperKnown {
  /** How many the helper should help at least. */
  quota: number;
}

export class UnderQuotaPage {
  /** The log position that the list reflects. */
  position: number;
  /** How many there are on all pages. */
  total: number;
  @ApiProperty({ type: [HelperLine] }) helpers: HelperLine[];
}

/** Helpers who hold no post today: nobody says for whom they act. */
export class WithoutPostPage {
  /** The log position that the list reflects. */
  position: number;
  /** How many there are on all pages. */
  total: number;
  @ApiProperty({ type: [HelperKnown] }) helpers: HelperKnown[];
}

/** A household that somebody helps, or has helped. */
export class HouseholdHelpedLine {
  id: string;
  /** 档案号 */
  fileCode: string;
  @Text(true) number: HouseholdNumber | null;
  @Text(true) head: string | null;
  @Text() township: RegionCode;
  @Text() village: RegionCode;
  @ApiProperty({ enum: Object.keys(standingCodes.standings) }) standing: Standing;
  @Text() unit: UnitId;
  @Text(true) unitName: string | null;
  @ApiProperty({ enum: ranks }) rank: Rank;
  /** The first day; where a list brought it, the list's date. */
  @Text() from: CalendarDate;
  /** The first day on which the help had ended; null while it lasts. */
  @Text(true) to: CalendarDate | null;
  /** Since when, as a list states it. */
  @Text(true) statedFrom: CalendarDate | null;
}

/** The households of a person, those helped now first. */
export class PersonHouseholds {
  /** The log position that the list reflects. */
  position: number;
  @Text() person: PersonId;
  @Text(true) name: string | null;
  @ApiProperty({ type: [HouseholdHelpedLine] }) households: HouseholdHelpedLine[];
}

/** Which households of a unit. */
export class UnitHouseholdsAsked {
  /** The `next` of the page before. */
  @IsOptional() @IsFileCursor() after?: FileCursor;
  @IsOptional() @IsWhole(1, 500) limit?: number;
}

/** Who helps a household, of a unit. */
export class HelperOfUnit {
  @Text() person: PersonId;
  @Text(true) name: string | null;
  /** How the telephone number ends, as in lists of officials. */
  @Text(true) phoneEnd: string | null;
  @ApiProperty({ enum: ranks }) rank: Rank;
  /** The first day; where a list brought it, the list's date. */
  @Text() from: CalendarDate;
}

/** A household that a unit helps now. */
export class HouseholdOfUnitLine {
  id: string;
  /** 档案号 */
  fileCode: string;
  @Text(true) number: HouseholdNumber | null;
  @Text(true) head: string | null;
  @Text() township: RegionCode;
  @Text() village: RegionCode;
  @ApiProperty({ enum: Object.keys(standingCodes.standings) }) standing: Standing;
  @ApiProperty({ type: [HelperOfUnit] }) helpers: HelperOfUnit[];
}

/** The households of a unit, by village and file code. */
export class UnitHouseholds {
  /** The log position that the list reflects. */
  position: number;
  @Text() unit: UnitId;
  @Text() name: string;
  @ApiProperty({ type: [HouseholdOfUnitLine] }) households: HouseholdOfUnitLine[];
  /** Asks for the next page, as `after`; null on the last. */
  @Text(true) next: FileCursor | null;
}

export class HelperTally {
  key: string;
  @Text(true) en: string | null;
  @Text(true) zh: string | null;
  helpers: number;
  households: number;
}

/** How many households have a helper, and who helps. */
export class HelperCountsShown {
  /** The log position that the counts reflect. */
  position: number;
  households: number;
  withHelper: number;
  withoutHelper: number;
  helpers: number;
  @ApiProperty({ type: [HelperTally] }) byRank: HelperTally[];
  @ApiProperty({ type: [HelperTally] }) byUnit: HelperTally[];
}
