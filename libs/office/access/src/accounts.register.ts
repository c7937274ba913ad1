import { column, placeColumns, placeNames, type Register, registerSource, type RegionCode, type UnitId, kind } from '@lookback/kernel';
import { type Right, rights } from '@lookback/office/desk';
import type { Account } from './account.chapter.js';

const counted = { filter: true, count: true } as const;

/** How an account stands to whoever would sign in by it. */
const standings = {
  'in-use': { zh: '使用中', en: 'in use' },
  temporary: { zh: '临时密码', en: 'temporary password' },
  'no-password': { zh: '无密码', en: 'no password' },
  closed: { zh: '已注销', en: 'closed' },
} as const;

function standingOf({ status, password }: Account): keyof typeof standings {
  if (status === 'closed') return 'closed';
  if (!password) return 'no-password';
  return password.temporary ? 'temporary' : 'in-use';
}

type Opened = Account & { readonly login: NonNullable<Account['login']> };

/** The users of the system. */
export const accountsRegister: Register<Opened> = {
  name: 'accounts',
  called: { zh: '账号', en: 'Accounts' },
  columns: {
    login: column(kind.line, { zh: '登录名', en: 'Login' }, ({ login }) => login, { filter: true, sort: true }),
    person: column(kind.person, { zh: '本人', en: 'Person' }, ({ person }) => person, { filter: true }),
    standing: column(kind.code(standings), { zh: '状态', en: 'Standing' }, standingOf, counted),
    rights: column(kind.whole, { zh: '权限', en: 'Rights' }, ({ rights: held }) => held.size, { filter: true, sort: true }),
  },
  groups: { standing: ['standing'] },
  order: ['login'],
};

/** The row of an account. */
export const accountsOfState = registerSource<Account, Opened>({
  register: accountsRegister,
  reads: ({ login, person, status, password, rights: held }) => [login, person, status, password, held],
  rows: (account) => (account.login === null ? [] : [['', account as Opened]]),
});

/** A right that is held in a region, or for a unit. */
interface RightHeld {
  readonly right: Right;
  readonly region: RegionCode | null;
  readonly unit: UnitId | null;
}

/** Who may do what, and where: a row for each right and each region or unit for which it is held. */
export const rightsRegister: Register<RightHeld> = {
  name: 'rights',
  called: { zh: '权限', en: 'Rights' },
  columns: {
    right: column(kind.code(rights), { zh: '权限', en: 'Right' }, ({ right }) => right, counted),
    region: column(kind.region, { zh: '地区', en: 'Region' }, ({ region }) => region, counted),
    ...placeColumns<RightHeld>(({ region }) => region),
    unit: column(kind.unit, { zh: '单位', en: 'Unit' }, ({ unit }) => unit, counted),
  },
  groups: { standing: [...placeNames, 'right', 'region', 'unit'] },
  order: ['right', 'region'],
};

/** The rights of an account. */
export const rightsOfState = registerSource<Account, RightHeld>({
  register: rightsRegister,
  reads: ({ rights: held }) => [held],
  rows: ({ rights: held }) =>
    [...held].flatMap(([right, { regions, units }]) => [
      ...regions.map((region) => [`${right} ${region}`, { right, region, unit: null }] as const),
      ...units.map((unit) => [`${right} ${unit}`, { right, region: null, unit }] as const),
    ]),
});
