import type { AccountId, RegionCode } from '@lookback/kernel';
import { controllerFor, route, routes, type Subject } from '@lookback/office/desk';
import { v5 as uuidOf } from 'uuid';
import { type Account, accountChapter } from './account.chapter.js';
import * as ask from './account.commands.js';
import * as decide from './account.decider.js';
import type { AccountEvent } from './account.events.js';
import { wholeOf } from './account.rights.js';

const may = ['administer'] as const;

/** What the desk's own routes ask for. */
const plain = routes<Account, AccountEvent>(
  route('revoke-right', ask.RevokeRight, decide.revokeRight, {
    may,
    summary: { en: 'Takes a right from an account, in the regions named', zh: '撤销账号在指定地区的权限' },
  }),
  route('close-account', ask.CloseAccount, decide.closeAccount, { may, summary: { en: 'Closes an account for ever', zh: '注销账号' } }),
);

/** What `Accounts` asks for, because a password is hashed or the asker's own regions are looked at before it is decided. */
const prepared = routes<Account, AccountEvent>(
  route('open-account', ask.OpenAccount, decide.openAccount, {
    may,
    opens: true,
    summary: {
      en: 'Opens an account with a temporary password, in a role where one is named',
      zh: '开通账号并设置临时密码，可同时授予角色',
    },
  }),
  route('set-password', ask.ResetPassword, decide.resetPassword, {
    may,
    summary: { en: 'Gives an account a temporary password', zh: '重置账号密码为临时密码' },
  }),
  route('change-password', ask.ChangePassword, decide.changePassword, {
    may,
    summary: { en: 'Changes one’s own password', zh: '修改本人密码' },
  }),
  route('grant-right', ask.GrantRight, decide.grantRight, {
    may,
    summary: { en: 'Gives an account a right, in the regions named', zh: '授予账号在指定地区的权限' },
  }),
);

/** What only setup asks for. */
const setup = routes<Account, AccountEvent>(
  route('', ask.OpenFirstAdministrator, decide.openFirstAdministrator, {
    may: [],
    opens: true,
    summary: { en: 'Opens the account of the first administrator', zh: '开通首任系统管理员账号' },
  }),
);

/** A user of the system. Who administers it must do so wherever it has a right: no county's administrator takes over a province's account. */
export const account: Subject<Account, AccountEvent> = {
  ...accountChapter,
  name: 'account',
  plural: 'accounts',
  actsInPost: false,
  routes: [...plain, ...prepared, ...setup],
  regionOf: ({ rights }): RegionCode | undefined => wholeOf([...rights.values()].flat()),
};

/** The routes that need nothing but the table. */
export const PlainAccountDesk = controllerFor({ ...account, routes: plain });

const logins = '7f0d2a66-5c0b-4f6e-9a44-2c1f6f9a0b3e';

/** The id of the account of a login: so two accounts of one login are one stream, and the second opening is refused. */
export const accountIdOf = (login: string) => uuidOf(login, logins) as AccountId;
