import { fact, type FileSections, type InBoth, section, value, kind } from '@lookback/kernel';
import { rights } from '@lookback/office/desk';
import type { Account } from './account.chapter.js';

const statuses: Readonly<Record<Account['status'], InBoth>> = {
  absent: { en: 'not opened', zh: '未开通' },
  open: { en: 'open', zh: '使用中' },
  closed: { en: 'closed', zh: '已注销' },
};

/** What a file shows of an account. Of its password it says when it was set, in its history, and nothing more. */
export const accountFile: FileSections<Account> = [
  section(
    'account',
    { en: 'account', zh: '账号' },
    (account: Account) => (account.status === 'absent' ? null : account),
    ({ status, login, person, home, password }) => [
      fact('login', { en: 'login', zh: '登录名' }, value.plain(login)),
      fact('status', { en: 'status', zh: '状态' }, value.of(kind.code(statuses), status)),
      fact('person', { en: 'whose', zh: '使用人' }, value.of(kind.person, person)),
      fact('home', { en: 'belongs to', zh: '所属地区' }, value.all(home.map((code) => value.of(kind.region, code)))),
      fact('temporary', { en: 'temporary password', zh: '临时密码' }, value.of(kind.yesNo, password && password.temporary)),
    ],
  ),
  section(
    'rights',
    { en: 'rights', zh: '权限' },
    (account: Account) => (account.status === 'absent' ? null : account.rights),
    (held) =>
      [...held].map(([right, { regions, units }]) =>
        fact(
          `rights.${right}`,
          rights[right],
          value.all([...regions.map((code) => value.of(kind.region, code)), ...units.map((id) => value.of(kind.unit, id))]),
        ),
      ),
  ),
];
