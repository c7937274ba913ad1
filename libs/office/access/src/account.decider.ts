import type { CommandContext, Decision, Owner, RegionCode } from '@lookback/kernel';
import { sealedTo, streamName } from '@lookback/kernel';
import { refuse, refuseIf } from './access.rules.js';
import type { Account } from './account.chapter.js';
import type * as ask from './account.commands.js';
import * as did from './account.events.js';
import type { AccountEvent } from './account.events.js';
import { rightsOf } from './roles.js';
import { granted, type HeldRights, missingIn, mixed } from './account.rights.js';

type Decide<Command> = Decision<Command, Account, AccountEvent>;

const nation = 'CN' as RegionCode;

/** All of them stand in a token, which has to fit into a header. */
const mostRightsByRegion = 300;

/** With the rights of its role in one commit: none is left with half of them. */
export const openAccount: Decide<ask.OpenAccount> = ({ status }, { login, person, home, hash, role, regions = [] }, { subject }) => {
  refuseIf(status !== 'absent', 'access.login-taken', { login });
  const rights = role ? rightsOf(role) : [];
  return [
    did.accountOpened({ login, person, home }),
    did.passwordSet({ hash: sealed(subject, hash), temporary: true }),
    ...rights.map((right) => did.rightGranted({ right, regions })),
  ];
};

/** Account, password and right in one commit: a start that is cut off leaves no administrator who may do nothing. */
export const openFirstAdministrator: Decide<ask.OpenFirstAdministrator> = (account, { login, hash }, context) => [
  ...openAccount(account, { login, person: null, home: [nation], hash }, context),
  did.rightGranted({ right: 'administer', regions: [nation] }),
];

/** Only an account that is nobody's and does nothing but administer: who resets it comes to act as nobody else, and decides nothing. */
export const resetAdministrator: Decide<ask.ResetAdministrator> = (account, { login, hash }, context) => {
  if (account.status === 'absent') return openFirstAdministrator(account, { login, hash }, context);
  mustBeOpen(account);
  const others = [...account.rights.keys()].filter((right) => right !== 'administer');
  refuseIf(account.person !== null || others.length > 0, 'access.reset-of-another', { login });
  const everywhere = ['CN' as RegionCode];
  return [
    did.passwordSet({ hash: sealed(context.subject, hash), temporary: true }),
    ...(missingIn(account.rights, 'administer', everywhere).length > 0
      ? [did.rightGranted({ right: 'administer', regions: everywhere })]
      : []),
  ];
};

export const resetPassword: Decide<ask.ResetPassword> = (account, { hash }, context) => {
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-password');
  return [did.passwordSet({ hash: sealed(context.subject, hash), temporary: true })];
};

export const changePassword: Decide<ask.ChangePassword> = (account, { hash }, context) => {
  mustBeOpen(account);
  refuseIf(!isOwn(context), 'access.password-of-another');
  return [did.passwordSet({ hash: sealed(context.subject, hash), temporary: false })];
};

export const seeChanges: Decide<ask.SeeChanges> = (account, { upTo }, context) => {
  mustBeOpen(account);
  refuseIf(!isOwn(context), 'access.changes-of-another');
  return [did.changesSeen({ upTo })];
};

export const grantRight: Decide<ask.GrantRight> = (account, { right, regions }, context) => {
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-rights');
  const both = mixed(account.rights, right);
  if (both) refuseIf(true, 'access.onlookers-decide-nothing', both);
  refuseIf(missingIn(account.rights, right, regions).length === 0, 'access.right-held', { right, regions });
  const most = mostRightsByRegion;
  refuseIf(countOf(granted(account.rights, right, regions)) > most, 'access.too-many-regions', { most });
  return [did.rightGranted({ right, regions })];
};

export const revokeRight: Decide<ask.RevokeRight> = (account, { right, regions }, context) => {
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-rights');
  const missing = missingIn(account.rights, right, regions);
  refuseIf(missing.length > 0, 'access.right-absent', { right, regions: missing });
  return [did.rightRevoked({ right, regions })];
};

export const closeAccount: Decide<ask.CloseAccount> = (account, _, context) => {
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-rights');
  return [did.accountClosed({})];
};

function mustBeOpen({ status }: Account): void {
  if (status !== 'open') refuse(`access.account-${status}`);
}

/** Whether the account is asking about itself. */
const isOwn = ({ recordedBy, subject }: CommandContext): boolean =>
  'account' in recordedBy && streamName('account', recordedBy.account) === subject;

const sealed = (stream: string, hash: string) => sealedTo(stream as Owner)(hash);

const countOf = (held: HeldRights): number => [...held.values()].reduce((sum, regions) => sum + regions.length, 0);
