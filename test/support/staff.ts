import type { AccountId, PersonId, RegionCode } from '@lookback/kernel';
import { Receipt, type Principal } from '@lookback/office/desk';
import type { Answer } from './asking.js';
import { type Ask } from './asking.js';

/** Who is signed in, as `/session` answers. */
export class Session {
  token: string;
  account: string;
  person: string | null;
  mustChangePassword: boolean;
  expiresAt: string;
  rights: readonly { readonly right: string; readonly regions: readonly string[] }[];
}

/** An account as specs use it. */
export interface Colleague {
  readonly login: string;
  readonly password: string;
  readonly account: string;
  readonly person?: string | undefined;
  readonly token: string;
}

export const county = '610426';
export const township = '610426001';
/** Another county, whose people have nothing to do with this one. */
export const elsewhere = '430224';
/** Every post is held from this day on. */
export const postedOn = '2015-01-01';

/** The first administrator, with a password of his own. */
export async function administrator(ask: Ask, temporary: string): Promise<Colleague> {
  return changed(ask, 'admin', temporary);
}

/** Signs in with a temporary password, and changes it. */
export async function changed(ask: Ask, login: string, temporary: string, person?: string): Promise<Colleague> {
  const password = `${login}'s own passphrase 7`;
  const { token } = (await mustBe(200, ask('POST', '/session', { login, password: temporary }))).as(Session);
  const own = (await mustBe(200, ask('POST', '/session/password', { current: temporary, password }, token))).as(Session);
  return { login, password, account: own.account, person, token: own.token };
}

/** Signs in again: a token holds the rights of its making. */
export async function signedInAgain(ask: Ask, { login, password, person }: Colleague): Promise<Colleague> {
  const { token, account } = (await mustBe(200, ask('POST', '/session', { login, password }))).as(Session);
  return { login, password, account, person, token };
}

export interface Wanted {
  readonly login: string;
  readonly rights: readonly string[];
  readonly regions?: readonly string[];
  readonly person?: string | undefined;
}

/** Opens an account with rights, and signs in. */
export async function colleague(ask: Ask, admin: string, { login, rights, regions = [county], person }: Wanted): Promise<Colleague> {
  const temporary = `${login}: temporary 1`;
  const envelope = { effectiveOn: postedOn };
  const { id } = await told(ask, '/accounts/open-account', { command: { login, password: temporary, person }, envelope }, admin);
  const granted = (right: string) => told(ask, `/accounts/${id}/grant-right`, { command: { right, regions }, envelope }, admin);
  await Promise.all(rights.map(granted));
  return changed(ask, login, temporary, person);
}

/** A person with a post in a unit. */
export async function official(ask: Ask, admin: string, name: string, phone: string, post: object, region = county): Promise<string> {
  const envelope = { effectiveOn: postedOn };
  const person = { name, phone, region, confirmed: true };
  const { id } = await told(ask, '/people/register-person', { command: person, envelope }, admin);
  await told(ask, `/people/${id}/post-person`, { command: post, envelope }, admin);
  return id;
}

/** A small county office: who works there, and who looks on. */
export interface Staff {
  readonly admin: Colleague;
  /** Administers the county. */
  readonly chief: Colleague;
  /** Records in the county, as a commissioner of the township. */
  readonly operator: Colleague;
  /** Records in the county, and is no person. */
  readonly desk: Colleague;
  /** Records in another county. */
  readonly stranger: Colleague;
  readonly auditor: Colleague;
  readonly units: { readonly office: string; readonly township: string };
}

/** Somebody new of the township: a person with a post, and an account of his own. */
export async function newcomer(ask: Ask, { admin, units }: Pick<Staff, 'admin' | 'units'>, wanted: Wanted): Promise<Colleague> {
  const post = { post: 'town-commissioner', unit: units.township, level: 'township', region: township };
  const name = `解${wanted.login.replaceAll('.', '')}`;
  return colleague(ask, admin.token, { ...wanted, person: await official(ask, admin.token, name, '13900000999', post) });
}

/** Opens the office: two units, three officials with posts, and their accounts. */
export async function staffed(ask: Ask, temporary: string): Promise<Staff> {
  const admin = await administrator(ask, temporary);
  const unit = async (name: string, kind: string, level: string, region: string) =>
    (await told(ask, '/units/register-unit', { command: { name, kind, level, region }, envelope: { effectiveOn: postedOn } }, admin.token))
      .id;
  const office = await unit('永寿县扶贫办', 'county-office', 'county', county);
  const town = await unit('监军街道办事处', 'township', 'township', township);
  const far = await unit('茶陵县扶贫办', 'county-office', 'county', elsewhere);
  const inCounty = { unit: office, level: 'county', region: county };
  const inTown = { unit: town, level: 'township', region: township };
  const post = (name: string, phone: string, held: object) => official(ask, admin.token, name, phone, held);
  const people = await together({
    chief: post('郝建章', '13900000001', { post: 'administrator', ...inCounty }),
    operator: post('苗春兰', '13900000002', { post: 'town-commissioner', ...inTown }),
    stranger: official(
      ask,
      admin.token,
      '谭启明',
      '13900000004',
      { post: 'county-office', unit: far, level: 'county', region: elsewhere },
      elsewhere,
    ),
    auditor: post('仇定邦', '13900000003', { post: 'auditor', ...inCounty }),
  });
  const hired = (wanted: Wanted) => colleague(ask, admin.token, wanted);
  const accounts = await together({
    chief: hired({ login: 'chief', rights: ['administer'], person: people.chief }),
    operator: hired({ login: 'operator', rights: ['record'], person: people.operator }),
    desk: hired({ login: 'front.desk', rights: ['record'] }),
    stranger: hired({ login: 'stranger', rights: ['record'], regions: [elsewhere], person: people.stranger }),
    auditor: hired({ login: 'auditor', rights: ['audit'], person: people.auditor }),
  });
  return { admin, ...accounts, units: { office, township: town } };
}

/** What each of them comes to. */
export async function together<What extends Readonly<Record<string, Promise<unknown>>>>(
  pending: What,
): Promise<{ readonly [Name in keyof What]: Awaited<What[Name]> }> {
  const all = Object.entries(pending).map(async ([name, one]) => [name, await one] as const);
  return Object.fromEntries(await Promise.all(all)) as { readonly [Name in keyof What]: Awaited<What[Name]> };
}

async function told(ask: Ask, path: string, body: object, token: string): Promise<Receipt> {
  return (await mustBe(201, ask('POST', path, body, token))).as(Receipt);
}

/** The answer, if it has this status; else fails with what it says. */
export async function mustBe(status: number, asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text}`);
  return answer;
}

/** Who records in the county, as the desk knows him. */
export const signedInAs = ({ account, person }: Colleague): Principal => ({
  account: account as AccountId,
  person: (person ?? null) as PersonId | null,
  rights: new Map([['record', { regions: [county as RegionCode], units: [] }]]),
});
