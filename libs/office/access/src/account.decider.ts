import type { CommandContext, DataOf, Decision, Owner, RegionCode } from '@lookback/kernel';
import { sealedTo, streamName } from '@lookback/kernel';
import { refuse, refuseIf } from './access.rules.js';
import type { Account } from './account.chapter.js';
import type * as ask from './account.commands.js';
import * as did from './account.events.js';
import type { AccountEvent } from './account.events.js';
import { rightsOf } from './roles.js';
import { granted, type HeldRights, isEmpty, isGrantedForUnits, missingIn, mixed, namedIn } from './account.rights.js';

type Decide<Command> = Decision<Command, Account, AccountEvent>;

type Scope = Pick<DataOf<AccountEvent, 'RightGranted'>, 'regions' | 'units'>;

const nation = 'CN' as RegionCode;
const everywhere: Scope = { regions: [nation], units: [] };

/** All of them stand in a token, which has to fit into a header. */
const mostRightsByRegion = 300;

/** With the rights of its role in one commit: none is left with half of them. */
export const openAccount: Decide<ask.OpenAccount> = ({ status }, { login, person, home, hash, role, ...wanted }, { subject }) => {
  refuseIf(status !== 'absent', 'access.login-taken', { login });
  const rights = role ? rightsOf(role) : [];
  const scope = scopeOf(wanted);
  for (const right of rights) mustBeGrantable(right, scope);
  return [
    did.accountOpened({ login, person, home }),
    did.passwordSet({ hash: sealed(subject, hash), temporary: true }),
    ...rights.map((right) => did.rightGranted({ right, ...scope })),
  ];
};

/** Account, password and right in one commit: a start that is cut off leaves no administrator who may do nothing. */
export const openFirstAdministrator: Decide<ask.OpenFirstAdministrator> = (account, { login, hash }, context) => [
  ...openAccount(account, { login, person: null, home: [nation], hash }, context),
  did.rightGranted({ right: 'administer', ...everywhere }),
];

/** Only an account that is nobody's and does nothing but administer: who resets it comes to act as nobody else, and decides nothing. */
export const resetAdministrator: Decide<ask.ResetAdministrator> = (account, { login, hash }, context) => {
  if (account.status === 'absent') return openFirstAdministrator(account, { login, hash }, context);
  mustBeOpen(account);
  const others = [...account.rights.keys()].filter((right) => right !== 'administer');
  refuseIf(account.person !== null || others.length > 0, 'access.reset-of-another', { login });
  return [
    did.passwordSet({ hash: sealed(context.subject, hash), temporary: true }),
    ...(isEmpty(missingIn(account.rights, 'administer', everywhere)) ? [] : [did.rightGranted({ right: 'administer', ...everywhere })]),
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

export const recordExport: Decide<ask.RecordExport> = (account, { register, at, known, rows, format, filters }, context) => {
  mustBeOpen(account);
  refuseIf(!isOwn(context), 'access.export-of-another');
  return [did.registerExported({ register, at, known, rows, format, filters })];
};

export const grantRight: Decide<ask.GrantRight> = (account, { right, ...wanted }, context) => {
  const scope = scopeOf(wanted);
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-rights');
  const both = mixed(account.rights, right);
  if (both) refuseIf(true, 'access.onlookers-decide-nothing', both);
  mustBeGrantable(right, scope);
  refuseIf(isEmpty(missingIn(account.rights, right, scope)), 'access.right-held', { right, where: namedIn(scope) });
  const most = mostRightsByRegion;
  refuseIf(countOf(granted(account.rights, right, scope)) > most, 'access.too-many-regions', { most });
  return [did.rightGranted({ right, ...scope })];
};

export const revokeRight: Decide<ask.RevokeRight> = (account, { right, ...wanted }, context) => {
  const scope = scopeOf(wanted);
  mustBeOpen(account);
  refuseIf(isOwn(context), 'access.own-rights');
  refuseIf(isEmpty(scope), 'access.scope-missing');
  const missing = missingIn(account.rights, right, scope);
  refuseIf(!isEmpty(missing), 'access.right-absent', { right, where: namedIn(missing) });
  return [did.rightRevoked({ right, ...scope })];
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

const countOf = (held: HeldRights): number =>
  [...held.values()].reduce((sum, { regions, units }) => sum + regions.length + units.length, 0);

type ScopeAsked = { readonly [Part in keyof Scope]?: Scope[Part] | undefined };

const scopeOf = ({ regions, units }: ScopeAsked): Scope => ({ regions: regions ?? [], units: units ?? [] });

function mustBeGrantable(right: DataOf<AccountEvent, 'RightGranted'>['right'], scope: Scope): void {
  refuseIf(isEmpty(scope), 'access.scope-missing');
  refuseIf(scope.units.length > 0 && !isGrantedForUnits(right), 'access.right-by-region', { right });
}
