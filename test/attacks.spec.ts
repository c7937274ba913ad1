import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Receipt } from '@lookback/office/desk';
import { WhoAmI } from '@lookback/office/access';
import { guarantee } from './support/facts.js';
import { excerptBytes, imported, knownHousehold, knownId } from './support/importing.js';
import { openOffice } from './support/office.js';
import { ProblemOffice } from './support/problem-office.js';
import { householdRows, rosterOf } from './support/rosters.js';
import { type Colleague, mustBe, newcomer, official, postedOn, Session, township } from './support/staff.js';

let at: ProblemOffice;
/** Administers one township, and records in it. */
let town: Colleague;
let clerk: Colleague;

beforeAll(async () => {
  at = await ProblemOffice.over(await openOffice());
  const { ask } = at.office;
  town = await newcomer(ask, at.staff, { login: 'town.admin', rights: ['administer'], regions: [township] });
  clerk = await newcomer(ask, at.staff, { login: 'town.clerk', rights: ['record'], regions: ['610426101'] });
});
afterAll(() => at.close());

const post = (who: Colleague, path: string, command: object, on = postedOn) =>
  at.office.ask('POST', path, { command, envelope: { effectiveOn: on } }, who.token);
const ruleOf = async (asked: ReturnType<typeof post>) => (await asked).problem.type?.replace('urn:lookback:rule:', '');
const somebody = (name: string, region: string, unit = at.staff.units.township, level = 'township') =>
  official(at.office.ask, at.staff.admin.token, name, '13900000777', { post: 'other', unit, level, region });

describe('an administrator of a township', () => {
  it('takes over no account of an official of the county: neither by a password, nor by an account of his own making', async () => {
    const { account } = at.staff.auditor;
    const set = await post(town, `/accounts/${account}/set-password`, { password: 'known to the township 1' });
    const absent = await post(town, '/accounts/00000000-0000-4000-8000-000000000000/set-password', { password: 'known to the township 1' });
    expect([set.status, set.text.replaceAll(account, '')]).toEqual([
      404,
      absent.text.replaceAll('00000000-0000-4000-8000-000000000000', ''),
    ]);
    const person = await somebody('冷秋实', '610426', at.staff.units.office, 'county');
    const opening = (who: string) =>
      ruleOf(post(town, '/accounts/open-account', { login: 'taken', password: 'known to the township 1', person: who }));
    expect([await opening(person), await opening('p-nobody')]).toEqual(['access.person-absent', 'access.person-absent']);
  });

  it('does not act with what the county granted, by the password that he set', async () => {
    const person = await somebody('毛知秋', township);
    const password = 'known to the township 1';
    const { id } = (await mustBe(201, post(town, '/accounts/open-account', { login: 'mao', password, person }))).as(Receipt);
    await mustBe(200, at.office.ask('POST', '/session', { login: 'mao', password }));
    await mustBe(201, post(at.staff.chief, `/accounts/${id}/grant-right`, { right: 'record', regions: ['610426'] }));
    expect((await at.office.ask('POST', '/session', { login: 'mao', password })).status).toBe(401);
    expect((await post(town, `/accounts/${id}/set-password`, { password })).status).toBe(404);
  });

  it('opens no second account of anybody', async () => {
    const asked = { login: 'again', password: 'known to the county 1', person: at.staff.operator.person };
    expect(await ruleOf(post(at.staff.chief, '/accounts/open-account', asked))).toBe('access.person-has-account');
  });
});

it('whoever signs in is told what others changed, by whom, until he says that he has seen it', async () => {
  const { ask } = at.office;
  const who = async ({ token } = at.staff.operator) => (await mustBe(200, ask('GET', '/session', undefined, token))).as(WhoAmI).changes;
  expect(await who(at.staff.admin)).toEqual([]); // what the set-up did is no news to whom it gave the first password
  await mustBe(201, post(at.staff.chief, `/accounts/${at.staff.operator.account}/grant-right`, { right: 'review', regions: [township] }));
  const changes = await who();
  expect(changes[0]).toMatchObject({
    type: 'RightGranted',
    right: 'review',
    regions: [township],
    by: { login: 'chief', name: '郝建章', unitName: '永寿县扶贫办' },
  });
  expect(changes.map(({ type }) => type)).toContain('PasswordSet');
  await mustBe(204, ask('POST', '/session/changes-seen', { upTo: changes[0]?.revision }, at.staff.operator.token));
  expect(await who()).toEqual([]);
  await mustBe(201, post(at.staff.chief, `/accounts/${at.staff.operator.account}/revoke-right`, { right: 'review', regions: [township] }));
  expect((await who()).map(({ type }) => type)).toEqual(['RightRevoked']);
});

describe('separation of duties', () => {
  it('an account without a person decides nothing, whomever it names', async () => {
    const fact = guarantee('2018-02-01', 'water', true);
    const envelope = {
      effectiveOn: fact.effectiveOn,
      actedBy: at.staff.operator.person,
      authority: { kind: 'document', number: '永扶发〔2018〕12号' },
    };
    const asked = at.office.ask('POST', `/households/${knownId}/${fact.path}`, { command: fact.command, envelope }, at.staff.desk.token);
    expect(await ruleOf(asked)).toBe('desk.account-without-person');
  });

  it('nobody verifies in another’s name but on a named document, which the entry is marked with', async () => {
    await at.lived('ZG-2018-0007', 'found', 'handedOver', 'reported');
    const command = { problem: 'ZG-2018-0007', inPlace: true, onSite: true };
    const verifies = (more: object) =>
      at.problems.asked(at.workers.verifier, 'verify-rectification', '2018-07-15', command, { actedBy: at.workers.second.person, ...more });
    expect(await ruleOf(verifies({}))).toBe('desk.own-name');
    const { position } = (await mustBe(201, verifies({ authority: { kind: 'document', number: '永扶发〔2018〕12号' } }))).as(Receipt);
    const entry = await mustBe(200, at.office.ask('GET', `/entries/${position}`, undefined, at.staff.auditor.token));
    expect(JSON.parse(entry.text)).toMatchObject({ onDocument: true, actedBy: { name: '卞玉画' }, recordedBy: { name: '卞玉书' } });
  });
});

describe('a list that is brought by a clerk of another township', () => {
  const tried = async (bytes: Uint8Array, options: string) => (await imported(at.office.ask, bytes, clerk.token, options)).report;

  it('tells of no household that is on record elsewhere, in a dry run or not', async () => {
    for (const options of ['&dryRun=true', '']) {
      const report = await tried(excerptBytes(), options);
      expect(report).toMatchObject({ accepted: 0, alreadyThere: 0, differing: 0, entries: 0 });
      expect(new Set(report?.faults.map(({ rule }) => rule))).toEqual(new Set(['list.outside-region']));
    }
  });

  it('tells not where a citizen number stands elsewhere, nor that a number is taken there', async () => {
    const mine = (number: string) =>
      householdRows(1, 1).map((row) => ({
        ...row,
        '乡(镇)': '店头镇',
        行政村: '樊家河村委会',
        户编号: number,
        人编号: `${number}01`,
        姓名: '阎奕泽',
        证件号码: '610426194204158094',
      }));
    const report = await tried(await rosterOf(mine(knownHousehold)), '&dryRun=true');
    expect(report).toMatchObject({ duplicates: 0, alreadyThere: 0, differing: 0, accepted: 0 });
    const other = await tried(await rosterOf(mine('610426001200999999')), '&dryRun=true');
    expect(report?.faults.map(({ rule }) => rule)).toEqual(other?.faults.map(({ rule }) => rule));
  });
});

it('a key under which another asked answers nothing of it', async () => {
  const fact = guarantee('2018-02-02', 'water', true);
  const asks = ({ token }: { token: string }) =>
    at.office.ask(
      'POST',
      `/households/${knownId}/${fact.path}`,
      { command: fact.command, envelope: { effectiveOn: fact.effectiveOn } },
      token,
      {
        'idempotency-key': 'shared-key',
      },
    );
  await mustBe(201, asks(at.staff.operator));
  expect((await asks(at.staff.stranger)).status).toBe(404);
});

it('who has a temporary password does nothing but change it', async () => {
  await mustBe(201, post(at.staff.admin, '/accounts/open-account', { login: 'fresh', password: 'fresh: temporary 1' }));
  const { token } = (await mustBe(200, at.office.ask('POST', '/session', { login: 'fresh', password: 'fresh: temporary 1' }))).as(Session);
  expect((await at.office.ask('GET', '/rules', undefined, token)).status).toBe(403);
});
