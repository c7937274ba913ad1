import { input, type Level, levels, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { AsOfShown, IsId, IsRegionCode, IsWhole, OneOf, Text, Typed } from '@lookback/office/desk';
import { type PostKind, postKinds, type UnitKind, unitKinds } from '@lookback/office/registry';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { ActCounts, DutyCounts } from '../people/people.dto.js';

const kinds = Object.keys(unitKinds);

/** Which units; all that is given has to hold. */
export class UnitsAsked {
  /** Part of a name. */
  @IsOptional() @Typed(input.text(40), '民政局') text?: string;
  /** This one alone. */
  @IsOptional() @IsId() unit?: UnitId;
  @IsOptional() @OneOf(kinds) kind?: UnitKind;
  @IsOptional() @IsRegionCode() region?: RegionCode;
  /** The last unit of the page before. */
  @IsOptional() @IsId() after?: UnitId;
  @IsOptional() @IsWhole(1, 500) limit?: number;
}

/** A public body in a list. */
export class UnitLine {
  @Text() unit: UnitId;
  @Text() name: string;
  @ApiProperty({ enum: kinds }) kind: UnitKind;
  @Text() region: RegionCode;
  @Text(true) regionName: string | null;
  @ApiProperty({ enum: levels }) level: Level;
}

/** A public body with how many hold a post in it. */
export class UnitListLine extends UnitLine {
  people: number;
}

/** What unit somebody is about to put on record. */
export class UnitLikely {
  @Typed(input.text(40), '永寿县民政局') name: string;
  @IsRegionCode() region: RegionCode;
}

export class LikelyUnits {
  /** Those in reach of who asks, at most ten. */
  @ApiProperty({ type: [UnitListLine] }) units: UnitListLine[];
}

export class UnitsPage {
  /** The log position that the list reflects. */
  position: number;
  @ApiProperty({ type: [UnitListLine] }) units: UnitListLine[];
  /** Asks for the next page, as `after`; null on the last. */
  @Text(true) next: UnitId | null;
}

/** Somebody who holds a post in the unit, or held one. */
export class UnitMember {
  @Text() person: PersonId;
  @Text(true) name: string | null;
  /** How the telephone number ends, as in lists of officials. */
  @Text(true) phoneEnd: string | null;
  @ApiProperty({ enum: Object.keys(postKinds) }) post: PostKind;
  @Text() en: string;
  @Text() zh: string;
  @Text() since: string;
  @Text(true) until: string | null;
}

/** What there is of a unit: lists stand at `/registers/problems?unit=` and `/entries?unit=`. */
export class UnitRecord extends UnitLine {
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  /** Those who hold a post on the day first. */
  @ApiProperty({ type: [UnitMember] }) people: UnitMember[];
  /** Households that somebody helps for it now; null for those who may not read cases. */
  @ApiProperty({ type: Number, nullable: true }) householdsNow: number | null;
  @ApiProperty({ type: DutyCounts, nullable: true }) problems: DutyCounts | null;
  @ApiProperty({ type: ActCounts, nullable: true }) acts: ActCounts | null;
}
