import type { PersonId, RegionCode } from '@lookback/kernel';
import { IsId, IsRegionCode, IsWhole, type Right, everyRight } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

const Text = (nullable = false) => ApiProperty({ type: String, nullable });
const login = /^[a-z][a-z0-9._-]{0,31}$/;

/** Which accounts; all that is given has to hold. */
export class AccountsAsked {
  /** Beginning of a login. */
  @IsOptional() @Matches(login) @ApiProperty({ type: String, required: false, pattern: login.source, example: 'wang' }) login?: string;
  /** Whose. */
  @IsOptional() @IsId() person?: PersonId;
  @IsOptional() @IsIn(everyRight) @ApiProperty({ enum: everyRight, required: false }) right?: Right;
  /** With a right in this region, or in what it lies in. */
  @IsOptional() @IsRegionCode() region?: RegionCode;
  @IsOptional() @IsIn(['true', 'false']) @ApiProperty({ enum: ['true', 'false'], required: false }) closed?: 'true' | 'false';
  /** The last login of the page before. */
  @IsOptional() @Matches(login) @ApiProperty({ type: String, required: false, example: 'wang.fang' }) after?: string;
  @IsOptional() @IsWhole(1, 500) limit?: number;
}

/** A right that an account holds. */
export class RightOfAccount {
  @ApiProperty({ enum: everyRight }) right: Right;
  /** GB/T 2260 codes, or `CN`; the right holds in all that lies within. */
  @ApiProperty({ type: [String] }) regions: RegionCode[];
}

/** An account in a list. */
export class AccountLine {
  @Text() account: string;
  @Text() login: string;
  @Text(true) person: PersonId | null;
  /** Null where it is erased or the account is no official's. */
  @Text(true) personName: string | null;
  closed: boolean;
  /** True until its owner has set a password of his own. */
  temporaryPassword: boolean;
  @Text() openedOn: string;
  @ApiProperty({ type: [RightOfAccount] }) rights: RightOfAccount[];
}

export class AccountsPage {
  /** The log position that the list reflects. */
  position: number;
  @ApiProperty({ type: [AccountLine] }) accounts: AccountLine[];
  /** Asks for the next page, as `after`; null on the last. */
  @Text(true) next: string | null;
}

/** A right, in words. */
export class RightShown {
  @ApiProperty({ enum: everyRight }) right: Right;
  @Text() en: string;
  @Text() zh: string;
  /** `decides` and `looks on` never go together in one account. */
  @ApiProperty({ enum: ['decides', 'looks on', 'keeps house'] }) part: 'decides' | 'looks on' | 'keeps house';
}
