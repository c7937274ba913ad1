import { describe, it } from '@jest/globals';
import type { AccountId, CalendarDate } from '@lookback/kernel';
import { accountOf, by, rulesOf } from '@lookback/testing';
import type * as ask from './rectification.commands.js';
import * as of from './rectification.fixture.js';
import * as result from './result.decider.js';

const { number: problem, countyOffice, townshipCadre, villageOfficer, inspector, colleague, verifier } = of;
const given = rulesOf(of.seenAs(true));
const on = (effectiveOn: CalendarDate) => ({ effectiveOn });
const found = by(inspector, of.found(), on('2020-03-01'));
const handed = by(countyOffice, of.handedOver(), on('2020-03-02'));
const reported = by(townshipCadre, of.reported(), on('2020-03-09'));
const typedIn = by(townshipCadre, of.reported(), { ...on('2020-03-09'), recordedBy: accountOf(villageOfficer) });
const frontDesk = { account: 'account-front-desk' as AccountId };
const look: ask.VerifyRectification = { problem, inPlace: true, onSite: true };

describe('a verification is refused to', () => {
  it.each<[string, typeof reported, typeof verifier, Parameters<ReturnType<typeof given>['when']>[3], string]>([
    ['who typed the report in', typedIn, villageOfficer, {}, 'verified-by-reporter'],
    ['a verifier whose act the reporter types in', reported, verifier, { recordedBy: accountOf(townshipCadre) }, 'verified-by-reporter'],
    ['a verifier whose act a colleague types in', reported, verifier, { recordedBy: accountOf(colleague) }, 'verified-by-own-unit'],
    [
      'a verifier whose act is typed in by who typed the report in',
      typedIn,
      verifier,
      { recordedBy: accountOf(villageOfficer) },
      'verified-by-reporter',
    ],
    [
      'a verifier by the account that typed the report in, used by anybody',
      by(townshipCadre, of.reported(), { ...on('2020-03-09'), recordedBy: frontDesk }),
      verifier,
      { recordedBy: frontDesk },
      'verified-by-reporter',
    ],
  ])('%s', (_, report, who, otherwise, rule) => {
    given(found, handed, report).when(result.verifyRectification, look, who, otherwise).thenRefused(`rectification.${rule}`);
  });

  it('nobody of a unit that only typed the report in', () => {
    const neighbour = { ...villageOfficer, person: 'p-neighbour' as typeof villageOfficer.person };
    given(found, handed, typedIn).when(result.verifyRectification, look, neighbour).then(of.verified());
  });
});

type Otherwise = Parameters<ReturnType<typeof given>['when']>[3];
const verified = by(verifier, of.verified(), on('2020-03-10'));
const satisfied = by(verifier, of.asked('satisfied'), on('2020-03-10'));
const people: ask.AskPeople = { problem, who: 'household', answer: 'satisfied' };
const cancel: ask.CancelNumber = { problem, cancelNumber: of.cancelNumber, identified: true, meetsRequirement: true };
const acts = {
  'people-asked': (report: typeof reported, who: typeof verifier, otherwise: Otherwise) =>
    given(found, handed, report).when(result.askPeople, people, who, { standards: of.standards, ...otherwise }),
  cancelled: (report: typeof reported, who: typeof verifier, otherwise: Otherwise) =>
    given(found, handed, report, verified, satisfied).when(result.cancelNumber, cancel, who, otherwise),
};

describe.each(['people-asked', 'cancelled'] as const)('what the report came to is not %s', (act) => {
  it.each<[string, typeof reported, typeof verifier, Otherwise, string]>([
    ['by who reported it', reported, townshipCadre, {}, 'by-reporter'],
    ['by who typed the report in', typedIn, villageOfficer, {}, 'by-reporter'],
    ['by another whose act the reporter types in', reported, countyOffice, { recordedBy: accountOf(townshipCadre) }, 'by-reporter'],
    ['by a colleague of the responsible unit', reported, colleague, {}, 'by-own-unit'],
    ['by another whose act a colleague types in', reported, countyOffice, { recordedBy: accountOf(colleague) }, 'by-own-unit'],
  ])('%s', (_, report, who, otherwise, rule) => {
    acts[act](report, who, otherwise).thenRefused(`rectification.${act}-${rule}`);
  });
});
