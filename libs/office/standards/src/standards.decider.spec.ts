import { describe, it } from '@jest/globals';
import { type AccountId, type CalendarDate, type CommandContext, type DocumentNumber, type RegionCode, streamName } from '@lookback/kernel';
import { accountOf, by, countyOffice, inspector, rulesOf, townshipCadre } from '@lookback/testing';
import * as rule from './standards.decider.js';
import * as did from './standards.events.js';
import type { ProposalId } from './standards.events.js';

const given = rulesOf(rule.standardsChapter);
const region = '610426' as RegionCode;
const here = { subject: streamName('standards', region), actedBy: undefined };
const from = (effectiveOn: CalendarDate): Partial<CommandContext> => ({ ...here, effectiveOn });
const proposal = 'new-proposal' as ProposalId;
const document = '永扶发〔2018〕12号' as DocumentNumber;
const exit = { standard: 'village-exit', value: { incidencePerMille: 30 } } as const;

const opened = by(countyOffice, did.standardsOpened({ region }), { effectiveOn: '2014-01-01' });
const proposed = by(countyOffice, did.standardProposed({ ...exit, proposal, document }), { effectiveOn: '2018-06-01', actedBy: undefined });
const adopted = by(inspector, did.standardAdopted({ ...exit, proposal, document }), { effectiveOn: '2018-06-01' });
const declined = by(inspector, did.standardDeclined({ proposal }), { effectiveOn: '2018-07-01' });

describe('standards of a region', () => {
  it('begin with what is shipped', () => {
    given()
      .when(rule.openStandards, { region, adopts: [exit] }, countyOffice, here)
      .then(did.standardsOpened({ region }), did.standardAdopted({ ...exit, proposal: null, document: null }));
  });

  it('are opened once', () => {
    given(opened).when(rule.openStandards, { region, adopts: [] }, countyOffice, here).thenRefused('standards.opened-already', { region });
  });

  it('are kept under the code of the region', () => {
    const elsewhere = { subject: streamName('standards', 'CN') };
    given().when(rule.openStandards, { region, adopts: [] }, countyOffice, elsewhere).thenRefused('standards.other-region', { region });
  });
});

describe('a standard', () => {
  it('is proposed with its document', () => {
    given(opened)
      .when(rule.proposeStandard, { ...exit, document }, countyOffice, here)
      .then(did.standardProposed({ ...exit, proposal, document }));
  });

  it('is approved by a second person, with the value itself', () => {
    given(opened, proposed)
      .when(rule.adoptStandard, { proposal }, inspector, from('2018-06-01'))
      .then(did.standardAdopted({ ...exit, proposal, document }));
  });

  it('is approved from the day that was proposed', () => {
    given(opened, proposed)
      .when(rule.adoptStandard, { proposal }, inspector, from('2018-07-01'))
      .thenRefused('standards.other-day', { proposed: '2018-06-01', effectiveOn: '2018-07-01' });
  });

  it('is declined by a second person', () => {
    given(opened, proposed).when(rule.declineStandard, { proposal }, inspector, here).then(did.standardDeclined({ proposal }));
  });

  it.each([
    ['under the same account', townshipCadre, { ...accountOf(townshipCadre), account: 'account-p-county' as AccountId }],
    ['by the same person under another account', countyOffice, { ...accountOf(countyOffice), account: 'another' as AccountId }],
  ])('is neither approved nor declined %s', (_, who, recordedBy) => {
    const asked = { ...from('2018-06-01'), recordedBy };
    given(opened, proposed).when(rule.adoptStandard, { proposal }, who, asked).thenRefused('standards.same-hand', {});
    given(opened, proposed).when(rule.declineStandard, { proposal }, who, asked).thenRefused('standards.same-hand', {});
  });

  it('is answered once', () => {
    given(opened, proposed, adopted)
      .when(rule.adoptStandard, { proposal }, inspector, from('2018-06-01'))
      .thenRefused('standards.proposal-absent', { proposal });
    given(opened, proposed, declined)
      .when(rule.declineStandard, { proposal }, inspector, here)
      .thenRefused('standards.proposal-absent', { proposal });
  });
});
