import { type CalendarDate, type Code, kind, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { Field, type Right } from '@lookback/office/desk';
import { ApiSchema } from '@nestjs/swagger';
import type { Login } from './account.events.js';
import type { Role } from './roles.js';
import { rightWords, scope, scopeWords } from './scope.fields.js';

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
  @Field(kind.right, rightWords) right: Right;
  @Field(scope.regions, scopeWords.regions) regions?: RegionCode[];
  @Field(scope.units, scopeWords.units) units?: UnitId[];
}

export class RevokeRight {
  @Field(kind.right, rightWords) right: Right;
  /** Each as it was granted. */
  @Field(scope.regions, scopeWords.regions) regions?: RegionCode[];
  /** Each as it was granted. */
  @Field(scope.units, scopeWords.units) units?: UnitId[];
}

/** Says nothing but that it is asked. */
@ApiSchema({ name: 'CloseAccount' })
export class CloseAccount {}
