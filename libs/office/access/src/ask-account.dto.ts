import { Envelope, IsId, Nested, OneOf } from '@lookback/office/desk';
import type { PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { IsDefined, IsOptional, ValidateIf } from 'class-validator';
import { GrantRight } from './account.commands.js';
import type { Login } from './account.events.js';
import { everyRole, type Role } from './roles.js';
import { IsLogin, IsPassword, IsRegions, IsUnits } from './validated.js';

/** A role and where it holds are said together, or neither is. */
const inRole = ({ role, regions, units }: AccountToOpen): boolean => role !== undefined || regions !== undefined || units !== undefined;

export class AccountToOpen {
  @IsLogin() login: Login;
  /** The official whose account it is; left out for one who holds no office. */
  @IsOptional() @IsId() person?: PersonId;
  /** Its rights are granted at once, for the regions named; left out for an account that is granted rights afterwards. */
  @ValidateIf(inRole) @OneOf(everyRole) role?: Role;
  /** Where the role holds. */
  @IsOptional() @IsRegions() regions?: RegionCode[];
  /** With which units it holds. */
  @IsOptional() @IsUnits() units?: UnitId[];
  /** At least 12 characters; its owner has to change it before anything else. */
  @IsPassword() password: string;
}

export class AskOpenAccount {
  @IsDefined() @Nested(() => AccountToOpen) command: AccountToOpen;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}

export class PasswordToSet {
  /** At least 12 characters; its owner has to change it before anything else. */
  @IsPassword() password: string;
}

export class AskSetPassword {
  @IsDefined() @Nested(() => PasswordToSet) command: PasswordToSet;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}

export class AskGrantRight {
  @IsDefined() @Nested(() => GrantRight) command: GrantRight;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}
