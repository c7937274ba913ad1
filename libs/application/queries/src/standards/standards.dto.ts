import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { IsCalendarDate, IsRegionCode, Text } from '@lookback/office/desk';
import { type StandardName, standardNames } from '@lookback/office/standards';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

export class StandardsAsked {
  @IsRegionCode() region: RegionCode;
  /** The day; today where left out. */
  @IsOptional() @IsCalendarDate() on?: CalendarDate;
}

/** A standard with its value in the shape of its name, lists with their words in both languages. */
class StandardNamed {
  @ApiProperty({ enum: standardNames }) standard: StandardName;
  @Text() en: string;
  @Text() zh: string;
  /** What its numbers count. */
  @Text(true) unitEn: string | null;
  @Text(true) unitZh: string | null;
  @ApiProperty({ type: Object, additionalProperties: true }) value: object;
}

/** A standard as it holds. */
export class StandardShown extends StandardNamed {
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
  /** Of the log's newest entry. */
  position: number;
  @ApiProperty({ type: [StandardShown] }) standards: StandardShown[];
  /** Those that are adopted and come into force later, each `since` its day, in the order of the days. */
  @ApiProperty({ type: [StandardShown] }) toCome: StandardShown[];
}

export class ProposalsAsked {
  @IsRegionCode() region: RegionCode;
}

/** What somebody proposed: a second person, under another account, approves or declines it. */
export class ProposalShown extends StandardNamed {
  @Text() proposal: string;
  @Text() document: string;
  /** The day from which it is proposed. */
  @Text() effectiveOn: string;
  /** True where the account that asks took part in it. */
  own: boolean;
}

/** What waits in a region, in the order of proposing. */
export class ProposalsShown {
  @Text() region: RegionCode;
  @ApiProperty({ type: [ProposalShown] }) proposals: ProposalShown[];
}
