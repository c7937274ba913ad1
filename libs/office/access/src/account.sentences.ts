import { rights, type Scope } from '@lookback/office/desk';
import type { InBoth, Naming, Sentences, Titles } from '@lookback/kernel';
import type { AccountEvent } from './account.events.js';

/** What happened to an account, as a sentence. */
export const accountSentences: Sentences<AccountEvent> = {
  AccountOpened: ({ login, person }, naming) => opened(login, person === null ? null : naming.person(person)),
  PasswordSet: ({ temporary }) =>
    temporary ? { en: 'was given a temporary password', zh: '重置为临时密码' } : { en: 'changed its password', zh: '修改了密码' },
  RightGranted: ({ right, ...scope }, naming) => ({
    en: `was given the right to ${rights[right].en} ${within(scope, naming).en}`,
    zh: `获授${within(scope, naming).zh}的“${rights[right].zh}”权限`,
  }),
  RightRevoked: ({ right, ...scope }, naming) => ({
    en: `lost the right to ${rights[right].en} ${within(scope, naming).en}`,
    zh: `被撤销${within(scope, naming).zh}的“${rights[right].zh}”权限`,
  }),
  ChangesSeen: () => ({ en: 'was told of what others had changed', zh: '已知悉他人所作变更' }),
  RegisterExported: ({ register, at, known, rows, format }, naming) => ({
    en: `had ${rows} rows of the list “${naming.register(register).en}” written to a file (${format}), as of ${at} and known at @${known}`,
    zh: `导出清单“${naming.register(register).zh}”共 ${rows} 行（${format}），截至 ${at}，按位置 @${known} 所知`,
  }),
  AccountClosed: () => ({ en: 'was closed', zh: '已注销' }),
};

const opened = (login: string, person: string | null): InBoth =>
  person === null
    ? { en: `was opened under the login ${login}`, zh: `开通，登录名 ${login}` }
    : { en: `was opened for ${person} under the login ${login}`, zh: `为${person}开通，登录名 ${login}` };

function within({ regions, units }: Scope, naming: Naming): InBoth {
  const [places, bodies] = [regions.map((region) => naming.region(region)), units.map((unit) => naming.unit(unit))];
  const en = [
    ...(places.length > 0 ? [`in ${places.join(', ')}`] : []),
    ...(bodies.length > 0 ? [`for what lies with ${bodies.join(', ')}`] : []),
  ];
  return { en: en.join(' and '), zh: [...places, ...bodies].join('、') };
}

/** What each of its events is called. */
export const accountTitles: Titles<AccountEvent> = {
  AccountOpened: { en: 'account opened', zh: '账号开通' },
  PasswordSet: { en: 'password set', zh: '设置密码' },
  RightGranted: { en: 'right granted', zh: '授予权限' },
  RightRevoked: { en: 'right revoked', zh: '撤销权限' },
  ChangesSeen: { en: 'changes seen', zh: '知悉账号变更' },
  RegisterExported: { en: 'register exported', zh: '导出清单' },
  AccountClosed: { en: 'account closed', zh: '账号注销' },
};
