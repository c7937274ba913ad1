import type { RegionCode } from '@lookback/kernel';
import { AsOfShown, IsRegionCode } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { MomentAsked } from '../moment/moment.dto.js';

/** Of which moment, and in which region. */
export class RegionsAsked extends MomentAsked {
  /** Only this one, what lies in it, and what it lies in. */
  @IsOptional() @IsRegionCode() region?: RegionCode;
}

export const regionLevels = ['province', 'city', 'county', 'township', 'village'] as const;

/** A division. Those of a list form a tree by `parent`. */
export class RegionShown {
  @ApiProperty({ type: String }) code: RegionCode;
  /** `CN` for a province. */
  @ApiProperty({ type: String }) parent: RegionCode;
  @ApiProperty({ enum: regionLevels }) level: (typeof regionLevels)[number];
  @ApiProperty({ type: String }) name: string;
}

/** The divisions in which the asker holds a right, and those that they lie in, in the order of their codes. */
export class RegionsShown {
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @ApiProperty({ type: [RegionShown] }) regions: RegionShown[];
}
