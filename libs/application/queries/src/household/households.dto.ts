import { type Attribute, type CauseCode, type HouseholdNumber, identificationCodes as codes } from '@lookback/case/identification';
import type { FileCursor } from '@lookback/case/household';
import { type Standing, standingCodes } from '@lookback/case/standing';
import { IsRegionCode, IsWhole, OneOf } from '@lookback/office/desk';
import { FieldSetShown, EntryNarrativeShown } from '@lookback/review/history';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { RegionCode } from '@lookback/kernel';
import { IsCodeKey, OfList, WordsShown } from '../lists/listed.dto.js';
import { IsFileCursor } from './file-cursor-asked.js';

const standings = Object.keys(standingCodes.standings);
const attributes = Object.keys(codes.attributes);

/** Which households; all that is given has to hold. */
export class HouseholdFilter {
  @IsOptional() @IsRegionCode() region?: RegionCode;
  @IsOptional() @OneOf(standings) standing?: Standing;
  @IsOptional() @OneOf(attributes) attribute?: Attribute;
  @IsOptional() @IsCodeKey(/^[0-9a-z]{1,8}$/, '01') cause?: string;
}

/** A household in a list. */
export class HouseholdLine {
  id: string;
  /** 档案号: the first 8 characters of the id. */
  fileCode: string;
  /** 户编号; null where the registry has given none. */
  @ApiProperty({ type: String, nullable: true }) number: HouseholdNumber | null;
  @ApiProperty({ type: String, nullable: true }) head: string | null;
  @ApiProperty({ type: String }) county: RegionCode;
  @ApiProperty({ type: String }) township: RegionCode;
  @ApiProperty({ type: String }) village: RegionCode;
  @ApiProperty({ enum: standings }) standing: Standing;
  @ApiProperty({ enum: attributes, nullable: true }) attribute: Attribute | null;
  @ApiProperty({ type: String, nullable: true }) mainCause: CauseCode | null;
  /** What it was called where and when it was said; null where there is none, or no list has it. */
  @ApiProperty({ type: WordsShown, nullable: true }) mainCauseWords: WordsShown | null;
  people: number;
  /** Net, a year, in fen; null while none is on record. */
  @ApiProperty({ type: Number, nullable: true }) incomePerPersonFen: number | null;
}

/** How many there are of one kind. */
export class CountLine extends OfList {
  /** A region, cause, attribute or standing, as a filter takes it; null where none is recorded. */
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  /** In words; null for what has none. */
  @ApiProperty({ type: String, nullable: true }) en: string | null;
  @ApiProperty({ type: String, nullable: true }) zh: string | null;
  households: number;
  people: number;
}

/** Counts of the households that a filter leaves, broken down. */
export class HouseholdCounts {
  /** The log position that the counts reflect. */
  position: number;
  households: number;
  people: number;
  byTownship: CountLine[];
  byVillage: CountLine[];
  byCause: CountLine[];
  byAttribute: CountLine[];
  byStanding: CountLine[];
}

/** Which count, and which page of its receipt. */
export class ReceiptAsked extends HouseholdFilter {
  /** The `next` of the page before. */
  @IsOptional() @IsFileCursor() after?: FileCursor;
  @IsOptional() @IsWhole(1, 100) limit?: number;
}

/** A household behind a figure, with the entries that put it there. */
export class ReceiptLine {
  household: HouseholdLine;
  /** Where it lies, its standing, attribute, causes and members. */
  @ApiProperty({ type: [FieldSetShown] }) fields: readonly FieldSetShown[];
  /** Every entry that a field names. */
  @ApiProperty({ type: [EntryNarrativeShown] }) entries: readonly EntryNarrativeShown[];
}

/** What a figure rests on: its households, and for each the entries. */
export class CountReceipt {
  /** The log position that the figure reflects. */
  position: number;
  /** The figure. */
  total: number;
  households: ReceiptLine[];
  /** Asks for the next page, as `after`; null on the last. */
  @ApiProperty({ type: String, nullable: true }) next: FileCursor | null;
}
