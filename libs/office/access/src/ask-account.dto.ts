import { Envelope, IsId, Nested } from '@lookback/office/desk';
import type { PersonId } from '@lookback/kernel';
import { IsDefined, IsOptional } from 'class-validator';
import { GrantRight } from './account.commands.js';
import type { Login } from './account.events.js';
import { IsLogin, IsPassword } from './validated.js';

export class AccountToOpen {
  @IsLogin() login: Login;
  /** The official whose account it is; left out for one who holds no office. */
  @IsOptional() @IsId() person?: PersonId;
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
