import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { IsCalendarDate, IsRegionCode } from '@lookback/office/desk';
import { type StandardName, standardNames } from '@lookback/office/standards';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

const Text = (nullable = false) => ApiProperty({ type: String, nullable });

export class StandardsAsked {
  @IsRegionCode() region: RegionCode;
  /** The day; today where left out. */
  @IsOptional() @IsCalendarDate() on?: CalendarDate;
}

/** A standard as it holds: its value in the shape of its name, lists with their words in both languages. */
export class StandardShown {
  @ApiProperty({ enum: standardNames }) standard: StandardName;
  @Text() en: string;
  @Text() zh: string;
  /** What its numbers count. */
  @Text(true) unitEn: string | null;
  @Text(true) unitZh: string | null;
  @ApiProperty({ type: Object, additionalProperties: true }) value: object;
  /** The nearest region that set it. */
  @Text() setIn: RegionCode;
  @Text() since: string;
  /** The document that sets it; null where it is the shipped one. */
  @Text(true) document: string | null;
}

/** The standards that hold in a region on a day, as known now; what nobody has set is left out. */
export class StandardsShown {
  @Text() region: RegionCode;
  @Text() on: string;
  @ApiProperty({ type: [StandardShown] }) standards: StandardShown[];
}
