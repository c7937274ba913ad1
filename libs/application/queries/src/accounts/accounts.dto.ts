import type { PersonId, RegionCode } from '@lookback/kernel';
import { everyRole, type Role } from '@lookback/office/access';
import { everyRight, IsId, IsRegionCode, IsWhole, OneOf, type Right, Shaped, Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { UnitNamed } from '../helpers/helpers.dto.js';
import { PostShown } from '../people/people.dto.js';

const login = /^[a-z][a-z0-9._-]{0,31}$/;

/** Which accounts; all that is given has to hold. */
export class AccountsAsked {
  /** Beginning of a login. */
  @IsOptional() @Shaped(login, 'wang') login?: string;
  /** Whose. */
  @IsOptional() @IsId() person?: PersonId;
  @IsOptional() @OneOf(everyRight) right?: Right;
  /** With a right in this region, or in what it lies in. */
  @IsOptional() @IsRegionCode() region?: RegionCode;
  @IsOptional() @OneOf(['true', 'false']) closed?: 'true' | 'false';
  /** The last login of the page before. */
  @IsOptional() @Shaped(login, 'wang.fang') after?: string;
  @IsOptional() @IsWhole(1, 500) limit?: number;
}

/** A right that an account holds. */
export class RightOfAccount {
  @ApiProperty({ enum: everyRight }) right: Right;
  /** GB/T 2260 codes, or `CN`; the right holds in all that lies within. */
  @ApiProperty({ type: [String] }) regions: RegionCode[];
  /** The right holds in all that lies with them. */
  @ApiProperty({ type: [UnitNamed] }) units: UnitNamed[];
}

/** An account in a list. */
export class AccountLine {
  @Text() account: string;
  @Text() login: string;
  @Text(true) person: PersonId | null;
  /** Null where it is erased or the account is no official's. */
  @Text(true) personName: string | null;
  /** The posts held; none where the account is no official's, or the official is out of the asker's reach. */
  @ApiProperty({ type: [PostShown] }) posts: PostShown[];
  /** The last four digits of the telephone number, as in lists of officials. */
  @Text(true) phoneEnd: string | null;
  closed: boolean;
  /** True until its owner has set their own password. */
  temporaryPassword: boolean;
  /** False once a temporary password died, because somebody else granted a right: another has to be set. */
  hasPassword: boolean;
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

/** What is said in both languages. */
export class Words {
  @Text() en: string;
  @Text() zh: string;
}

/** A right, in words. */
export class RightShown {
  @ApiProperty({ enum: everyRight }) right: Right;
  @Text() en: string;
  @Text() zh: string;
  /** What it opens to its holder. */
  @ApiProperty({ type: Words }) opens: Words;
  /** `decides` and `looks on` never go together in one account. */
  @ApiProperty({ enum: ['decides', 'looks on', 'keeps house'] }) part: 'decides' | 'looks on' | 'keeps house';
}

/** Rights that an account is given together. */
export class RoleShown {
  @ApiProperty({ enum: everyRole }) role: Role;
  @Text() en: string;
  @Text() zh: string;
  @ApiProperty({ enum: everyRight, isArray: true }) rights: Right[];
  /** Whose work it is. */
  @ApiProperty({ type: Words }) who: Words;
  /** What it is kept apart from, and why. */
  @ApiProperty({ type: Words }) apart: Words;
}
