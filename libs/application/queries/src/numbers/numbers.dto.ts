import { rectificationCodes } from '@lookback/case/rectification';
import { input, type RegionCode } from '@lookback/kernel';
import { Cleaned, Integer, IsRegionCode, Shaped } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** Which series: that of the county in which a region lies, and of a year. */
export class NumberAsked {
  @IsRegionCode() region: RegionCode;
  /** This year unless said. */
  @IsOptional() @Integer(2010, 2100, 2020) year?: number;
}

/** A number that nobody else is given. */
export class NumberReserved {
  @ApiProperty({ type: String, example: 'ZG-2020-0412' }) number: string;
}

/** A number that somebody typed, and where it would be used. */
export class NumberStanding {
  @Cleaned(input.mixedCode)
  @Shaped(rectificationCodes.numberShape, 'ZG-2020-0412')
  number: string;
  @IsRegionCode() region: RegionCode;
}

/** A household that has a problem, or its cancellation, under a number. */
export class NumberPlace {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) household: string;
}

/** Whether a number stands in the county already. */
export class NumberStands {
  stands: boolean;
  /** As far as the asker may look. */
  @ApiProperty({ type: [NumberPlace] }) places: NumberPlace[];
}
