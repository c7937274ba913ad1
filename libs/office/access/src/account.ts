import { type AccountId, type UnitId, value } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';
import { controllerFor, mount, ofOffice, route, routes, type Subject } from '@lookback/office/desk';
import { viewRoutes, type ViewEvent } from '@lookback/office/views';
import { type Account, accountChapter } from './account.chapter.js';
import * as ask from './account.commands.js';
import * as decide from './account.decider.js';
import { accountFile } from './account.file.js';
import { AccountToOpen, PasswordToSet } from './ask-account.dto.js';
import type { AccountEvent } from './account.events.js';
import { passwordPlaces, scopePlaces } from './scope.fields.js';

/** What happens to it as an account, and to the views that it keeps. */
type HappensToAccount = AccountEvent | ViewEvent;

const may = ['administer'] as const;

/** What the desk's own routes ask for. */
const plain = routes<Account, HappensToAccount>(
  route('revoke-right', ask.RevokeRight, decide.revokeRight, {
    may,
    day: 'today',
    places: { 'access.scope-missing': 'regions' },
    called: { en: 'Revoke a right', zh: '收回权限' },
  }),
  route('close-account', ask.CloseAccount, decide.closeAccount, { may, day: 'today', called: { en: 'Close the account', zh: '注销账号' } }),
);

/** What `Accounts` asks for, because a password is hashed or the asker's own regions are looked at before it is decided. */
const prepared = routes<Account, HappensToAccount>(
  route('grant-right', ask.GrantRight, decide.grantRight, {
    may,
    day: 'today',
    places: { ...scopePlaces, 'access.onlookers-decide-nothing': 'right' },
    called: { en: 'Grant a right', zh: '授权' },
  }),
  route('open-account', ask.OpenAccount, decide.openAccount, {
    may,
    opens: true,
    form: AccountToOpen,
    day: 'today',
    places: {
      ...scopePlaces,
      ...passwordPlaces,
      'access.login-taken': 'login',
      'access.person-has-account': 'person',
      'access.person-absent': 'person',
    },
    called: { en: 'Open an account', zh: '开通账号' },
  }),
  route('set-password', ask.ResetPassword, decide.resetPassword, {
    may,
    form: PasswordToSet,
    day: 'today',
    places: passwordPlaces,
    called: { en: 'Set a temporary password', zh: '重置密码' },
  }),
  route('change-password', ask.ChangePassword, decide.changePassword, {
    may: 'self',
    called: { en: 'Changes one’s own password', zh: '修改本人密码' },
  }),
  route('see-changes', ask.SeeChanges, decide.seeChanges, {
    may: 'self',
    called: { en: 'Says that the owner was told of what others changed in the account', zh: '本人已知悉他人对账号所作的变更' },
  }),
  route('record-export', ask.RecordExport, decide.recordExport, {
    may: 'self',
    called: { en: 'Says that the account has rows of a register written to a file', zh: '记录本账号导出清单' },
  }),
);

/** What only setup asks for. */
const setup = routes<Account, HappensToAccount>(
  route('', ask.OpenFirstAdministrator, decide.openFirstAdministrator, {
    may: [],
    opens: true,
    called: { en: 'Opens the account of the first administrator', zh: '开通首任系统管理员账号' },
  }),
  route('reset', ask.ResetAdministrator, decide.resetAdministrator, {
    may: [],
    opens: true,
    called: { en: 'Gives an administrator a password where none is left who can sign in', zh: '无可用管理员时重设管理员密码' },
  }),
);

/**
 * A user of the system. Who administers it must do so wherever it belongs, where its person's posts lie and where it has a right: no
 * township's administrator takes over the account of an official of the county, and no county's that of the province.
 */
export const account: Subject<Account, HappensToAccount> = {
  ...accountChapter,
  name: 'account',
  plural: 'accounts',
  actsInPost: false,
  amendable: null,
  isLeased: true,
  routes: [...prepared, ...plain, ...setup, ...mount(viewRoutes('self'), ({ views }: Account) => views)],
  visible: ofOffice({ rights: may }),
  title: ({ login }) => (login === null ? null : value.plain(login)),
  file: accountFile,
  regionsOf: ({ home, rights }, opening) =>
    opening instanceof ask.OpenAccount ? opening.home : [...new Set([...home, ...[...rights.values()].flatMap(({ regions }) => regions)])],
  personOf: ({ person }) => person,
  placedByUnits: unitsOfRights,
};

/** The units for which an account has rights. */
export function unitsOfRights({ rights }: Pick<Account, 'rights'>): UnitId[] {
  return [...new Set([...rights.values()].flatMap(({ units }) => units))];
}

/** The routes that need nothing but the table. */
export const PlainAccountDesk = controllerFor(account, plain);

const uuidOf = uuidsIn('7f0d2a66-5c0b-4f6e-9a44-2c1f6f9a0b3e');

/** The id of the account of a login: so two accounts of one login are one stream, and the second opening is refused. */
export const accountIdOf = (login: string) => uuidOf(login) as AccountId;
