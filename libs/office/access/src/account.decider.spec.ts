import { describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  type CommandContext,
  type Owner,
  type PersonId,
  type RegionCode,
  sealedTo,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import { deciders, onlookers, type Right } from '@lookback/office/desk';
import { accountOf, by, countyOffice, inspector, rulesOf } from '@lookback/testing';
import { accountChapter } from './account.chapter.js';
import * as rule from './account.decider.js';
import * as did from './account.events.js';
import { everyRole, roles } from './roles.js';

const given = rulesOf(accountChapter);

const login = 'wang.fang' as did.Login;
const person = 'p-7' as PersonId;
const subject = streamName('account', '7');
const about = (circumstances: Partial<CommandContext> = {}) => ({ subject, ...circumstances });
const byItself = about({ recordedBy: { account: '7' as AccountId } });
const sealed = sealedTo('account-7' as Owner);

const county = '610426' as RegionCode;
const town = '610426101' as RegionCode;
const nation = 'CN' as RegionCode;
const [bureau, school] = ['unit-bureau', 'unit-school'] as [UnitId, UnitId];
const home = [county];

const opened = by(countyOffice, did.accountOpened({ login, person, home }));
const temporary = did.passwordSet({ hash: sealed('first'), temporary: true });
const account = [opened, by(countyOffice, temporary)];
const closed = by(countyOffice, did.accountClosed({}));
const granted = (right: Parameters<typeof did.rightGranted>[0]['right'], ...regions: RegionCode[]) =>
  by(countyOffice, did.rightGranted({ right, regions, units: [] }));

describe('an account', () => {
  it('is opened with a temporary password under its own seal', () =>
    given()
      .when(rule.openAccount, { login, person, home, hash: 'first' }, countyOffice, about())
      .then(did.accountOpened({ login, person, home }), temporary));
  it('in a role has the rights of it from the beginning', () =>
    given()
      .when(rule.openAccount, { login, person, home, hash: 'first', role: 'verifier', regions: [county, town] }, countyOffice, about())
      .then(
        did.accountOpened({ login, person, home }),
        temporary,
        did.rightGranted({ right: 'verify', regions: [county, town], units: [] }),
        did.rightGranted({ right: 'cancel', regions: [county, town], units: [] }),
      ));
  it('in a role keeps what the role stands for: none reports and verifies, none looks on and decides', () => {
    for (const role of everyRole) {
      const rights: readonly Right[] = roles[role].rights;
      const reports = rights.includes('record') || rights.includes('report-late');
      expect([role, reports && rights.some((right) => right === 'verify' || right === 'cancel')]).toEqual([role, false]);
      expect([role, rights.some((right) => onlookers.has(right)) && rights.some((right) => deciders.has(right))]).toEqual([role, false]);
    }
  });
  it('of the first administrator is opened with its right at once', () =>
    given()
      .when(rule.openFirstAdministrator, { login, hash: 'first' }, countyOffice, about())
      .then(
        did.accountOpened({ login, person: null, home: [nation] }),
        temporary,
        did.rightGranted({ right: 'administer', regions: [nation], units: [] }),
      ));
  it('is opened by a reset where there is none of the login, with its right at once', () =>
    given()
      .when(rule.resetAdministrator, { login, hash: 'first' }, countyOffice, about())
      .then(
        did.accountOpened({ login, person: null, home: [nation] }),
        temporary,
        did.rightGranted({ right: 'administer', regions: [nation], units: [] }),
      ));
  it('that only administers is given a password by a reset, and the right everywhere', () =>
    given(by(countyOffice, did.accountOpened({ login, person: null, home: [nation] })), granted('administer', county))
      .when(rule.resetAdministrator, { login, hash: 'first' }, countyOffice, about())
      .then(temporary, did.rightGranted({ right: 'administer', regions: [nation], units: [] })));
  it('of an official, or of more than an administrator, is not reset', () => {
    given(...account, granted('administer', nation))
      .when(rule.resetAdministrator, { login, hash: 'first' }, countyOffice, about())
      .thenRefused('access.reset-of-another', { login });
    given(
      by(countyOffice, did.accountOpened({ login, person: null, home: [nation] })),
      granted('administer', nation),
      granted('audit', county),
    )
      .when(rule.resetAdministrator, { login, hash: 'first' }, countyOffice, about())
      .thenRefused('access.reset-of-another', { login });
  });
  it('that is closed is not reset', () =>
    given(...account, closed)
      .when(rule.resetAdministrator, { login, hash: 'first' }, countyOffice, about())
      .thenRefused('access.account-closed'));
  it('is opened once under its login', () =>
    given(...account)
      .when(rule.openAccount, { login, person, home, hash: 'x' }, countyOffice, about())
      .thenRefused('access.login-taken', { login }));
  it('keeps its login when it is closed', () =>
    given(...account, closed)
      .when(rule.openAccount, { login, person, home, hash: 'x' }, countyOffice, about())
      .thenRefused('access.login-taken'));
  it('is closed by another', () =>
    given(...account)
      .when(rule.closeAccount, {}, countyOffice, about())
      .then(did.accountClosed({})));
  it('is not closed by itself', () =>
    given(...account)
      .when(rule.closeAccount, {}, countyOffice, byItself)
      .thenRefused('access.own-rights'));
  it('is closed once', () =>
    given(...account, closed)
      .when(rule.closeAccount, {}, countyOffice, about())
      .thenRefused('access.account-closed'));
});

describe('a password', () => {
  it('that an administrator gives is temporary', () =>
    given(...account)
      .when(rule.resetPassword, { hash: 'next' }, countyOffice, about())
      .then(did.passwordSet({ hash: sealed('next'), temporary: true })));
  it('of one’s own is not reset without the current one', () =>
    given(...account)
      .when(rule.resetPassword, { hash: 'next' }, countyOffice, byItself)
      .thenRefused('access.own-password'));
  it('that one gives oneself stays', () =>
    given(...account)
      .when(rule.changePassword, { hash: 'next' }, countyOffice, byItself)
      .then(did.passwordSet({ hash: sealed('next'), temporary: false })));
  it('of another is not changed', () =>
    given(...account)
      .when(rule.changePassword, { hash: 'next' }, countyOffice, about({ recordedBy: accountOf(inspector) }))
      .thenRefused('access.password-of-another'));
  it('is not given to a closed account', () =>
    given(...account, closed)
      .when(rule.resetPassword, { hash: 'next' }, countyOffice, about())
      .thenRefused('access.account-closed'));
});

describe('a right', () => {
  it('is given for regions', () =>
    given(...account)
      .when(rule.grantRight, { right: 'record', regions: [county] }, countyOffice, about())
      .then(did.rightGranted({ right: 'record', regions: [county], units: [] })));
  it('is given for units, besides those for which it is held', () =>
    given(...account, by(countyOffice, did.rightGranted({ right: 'record', regions: [], units: [bureau] })))
      .when(rule.grantRight, { right: 'record', units: [bureau, school] }, countyOffice, about())
      .then(did.rightGranted({ right: 'record', regions: [], units: [bureau, school] })));
  it('is given for something', () =>
    given(...account)
      .when(rule.grantRight, { right: 'record', regions: [], units: [] }, countyOffice, about())
      .thenRefused('access.scope-missing'));
  it.each(['administer', 'standards', 'read-audit-log'] as const)('to %s is given for regions only', (right) =>
    given(...account)
      .when(rule.grantRight, { right, units: [bureau] }, countyOffice, about())
      .thenRefused('access.right-by-region', { right }),
  );
  it('is taken for a unit, and stays where it was given besides', () =>
    given(...account, by(countyOffice, did.rightGranted({ right: 'record', regions: [county], units: [bureau] })))
      .when(rule.revokeRight, { right: 'record', units: [bureau] }, countyOffice, about())
      .then(did.rightRevoked({ right: 'record', regions: [], units: [bureau] })));
  it('is not taken for a unit for which it was not given', () =>
    given(...account, granted('record', county))
      .when(rule.revokeRight, { right: 'record', units: [bureau] }, countyOffice, about())
      .thenRefused('access.right-absent', { right: 'record', where: [bureau] }));
  it('is not given to oneself', () =>
    given(...account)
      .when(rule.grantRight, { right: 'record', regions: [county] }, countyOffice, byItself)
      .thenRefused('access.own-rights'));
  it('is not given twice', () =>
    given(...account, granted('record', county))
      .when(rule.grantRight, { right: 'record', regions: [county] }, countyOffice, about())
      .thenRefused('access.right-held', { right: 'record', where: [county] }));
  it('is given where one of its regions is new', () =>
    given(...account, granted('record', county))
      .when(rule.grantRight, { right: 'record', regions: [county, nation] }, countyOffice, about())
      .then(did.rightGranted({ right: 'record', regions: [county, nation], units: [] })));
  it('is given from a day before the account was opened, whichever day was said then', () =>
    given(...account)
      .when(rule.grantRight, { right: 'record', regions: [county] }, countyOffice, about({ effectiveOn: '2009-05-01' }))
      .then(did.rightGranted({ right: 'record', regions: [county], units: [] })));
  it('is not given to an account that has not been opened', () =>
    given()
      .when(rule.grantRight, { right: 'record', regions: [county] }, countyOffice, about())
      .thenRefused('access.account-absent'));
  it('to look on is not given to one who decides', () =>
    given(...account, granted('approve', county))
      .when(rule.grantRight, { right: 'audit', regions: [town] }, countyOffice, about())
      .thenRefused('access.onlookers-decide-nothing', { looksOn: 'audit', decides: 'approve' }));
  it('to decide is not given to one who looks on', () =>
    given(...account, granted('inspect', county))
      .when(rule.grantRight, { right: 'record', regions: [town] }, countyOffice, about())
      .thenRefused('access.onlookers-decide-nothing', { looksOn: 'inspect', decides: 'record' }));
  it('to administer goes with either', () =>
    given(...account, granted('inspect', county))
      .when(rule.grantRight, { right: 'administer', regions: [county] }, countyOffice, about())
      .then(did.rightGranted({ right: 'administer', regions: [county], units: [] })));
  it('is held in no more regions than a token has room for', () => {
    const towns = Array.from({ length: 300 }, (_, i) => String(610426100 + i) as RegionCode);
    given(...account, granted('record', ...towns))
      .when(rule.grantRight, { right: 'review', regions: [county] }, countyOffice, about())
      .thenRefused('access.too-many-regions', { most: 300 });
  });
  it('is taken in the regions named', () =>
    given(...account, granted('record', county, town))
      .when(rule.revokeRight, { right: 'record', regions: [town] }, countyOffice, about())
      .then(did.rightRevoked({ right: 'record', regions: [town], units: [] })));
  it('is not taken where it was not given by that name', () =>
    given(...account, granted('record', county))
      .when(rule.revokeRight, { right: 'record', regions: [county, town] }, countyOffice, about())
      .thenRefused('access.right-absent', { right: 'record', where: [town] }));
  it('to administer is not given up: another administrator remains whenever one is taken away', () =>
    given(...account, granted('administer', nation))
      .when(rule.revokeRight, { right: 'administer', regions: [nation] }, countyOffice, byItself)
      .thenRefused('access.own-rights'));
});

describe('what others changed', () => {
  it('is seen by the owner', () =>
    given(...account)
      .when(rule.seeChanges, { upTo: 2 }, countyOffice, byItself)
      .then(did.changesSeen({ upTo: 2 })));
  it('is not said to be seen by another', () =>
    given(...account)
      .when(rule.seeChanges, { upTo: 2 }, countyOffice, about())
      .thenRefused('access.changes-of-another'));
});
