import type { CalendarDate, Code, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { Right } from '@lookback/office/desk';
import { ApiSchema } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsRegions, IsRight, IsUnits } from './validated.js';
import type { Login } from './account.events.js';
import type { Role } from './roles.js';

/** Opens an account with its first password, as a hash; HTTP asks for it by `AskOpenAccount`. */
export class OpenAccount {
  login: Login;
  person: PersonId | null;
  /** Where its person serves, or without one, where its opener administers. */
  home: readonly RegionCode[];
  hash: string;
  /** What it may do from the beginning, and where. */
  role?: Role | undefined;
  regions?: readonly RegionCode[] | undefined;
  units?: readonly UnitId[] | undefined;
}

/** Opens the account of the first administrator, who holds no office and administers everywhere; only setup asks for it. */
export class OpenFirstAdministrator {
  login: Login;
  hash: string;
}

/** Gives an account that only administers a temporary password, or opens it, where no administrator is left; only setup asks for it. */
export class ResetAdministrator {
  login: Login;
  hash: string;
}

/** Gives an account a temporary password, as a hash; HTTP asks for it by `AskSetPassword`. */
export class ResetPassword {
  hash: string;
}

/** Changes one's own password, as a hash; HTTP asks for it by `POST /session/password`. */
export class ChangePassword {
  hash: string;
}

/** Says that the account's owner was told of what others changed in it; HTTP asks for it by `POST /session/changes-seen`. */
export class SeeChanges {
  upTo: number;
}

/** Says that the account has rows of a register written to a file; the export itself asks for it, before the first of them. */
export class RecordExport {
  register: Code<'register'>;
  at: CalendarDate;
  known: number;
  rows: number;
  format: 'xlsx' | 'csv';
  filters: readonly Code<'filter'>[];
}

export class GrantRight {
  /** What the account may do. @example "record" */
  @IsRight() right: Right;
  /** Where; the right holds in all that lies within. */
  @IsOptional() @IsRegions() regions?: RegionCode[];
  /** For which units; the right holds in all that lies with them, and in nothing else. */
  @IsOptional() @IsUnits() units?: UnitId[];
}

export class RevokeRight {
  /** What the account may no longer do. @example "record" */
  @IsRight() right: Right;
  /** Where, each as it was granted. */
  @IsOptional() @IsRegions() regions?: RegionCode[];
  /** For which units, each as it was granted. */
  @IsOptional() @IsUnits() units?: UnitId[];
}

/** Says nothing but that it is asked. */
@ApiSchema({ name: 'CloseAccount' })
export class CloseAccount {}
