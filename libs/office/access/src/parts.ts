import type { Provider, Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { PlainAccountDesk } from './account.js';
import { PreparedAccountDesk } from './accounts.controller.js';
import { Accounts } from './accounts.js';
import { AccountChanges } from './session/account-changes.js';
import { AdministratorReset } from './administrator-reset.js';
import { Acquaintance } from './session/acquaintance.js';
import { SessionController } from './session/session.controller.js';
import { SignedOut } from './session/signed-out.js';
import { Sessions } from './session/sessions.js';
import { Attempts } from './session/attempts.js';
import { SignInThrottle } from './session/throttle.js';
import { Tokens } from './session/tokens.js';

export const accessControllers: Type[] = [SessionController, PlainAccountDesk, PreparedAccountDesk];

/** They ask for `EventLog`, `StreamCache`, `Keys`, `Desk`, `Clock`, `Posts`, `Projected`, `CommandBus`, `SessionPool` and a `TokenSecret`. */
export const accessProviders: Provider[] = [
  Accounts,
  AccountChanges,
  Acquaintance,
  AdministratorReset,
  Attempts,
  Sessions,
  SignedOut,
  SignInThrottle,
  Tokens,
];

/** Stands before every route of the module that provides it. */
export const accessGuard: Provider = { provide: APP_GUARD, useClass: AccessGuard };
