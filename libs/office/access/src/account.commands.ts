import type { PersonId, RegionCode } from '@lookback/kernel';
import type { Right } from '@lookback/office/desk';
import { ApiSchema } from '@nestjs/swagger';
import { IsRegions, IsRight } from './validated.js';
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

export class GrantRight {
  /** What the account may do. @example "record" */
  @IsRight() right: Right;
  /** Where; the right holds in all that lies within. */
  @IsRegions() regions: RegionCode[];
}

export class RevokeRight {
  /** What the account may no longer do. @example "record" */
  @IsRight() right: Right;
  /** Where, each as it was granted. */
  @IsRegions() regions: RegionCode[];
}

/** Says nothing but that it is asked. */
@ApiSchema({ name: 'CloseAccount' })
export class CloseAccount {}
