import { describe, expect, it } from '@jest/globals';
import { asOf, type Chapter, type Code, everything, type Owner, sealedTo, type StreamName } from '@lookback/kernel';
import { type Asked, by, recordedAs, rulesOf, townshipCadre, villageOfficer } from '@lookback/testing';
import type { VisitHome } from './assistance.commands.js';
import { assistance, handOverHelper, pairHelper, releaseHelper, takeOverHelpers, visitHome } from './assistance.decider.js';
import * as did from './assistance.events.js';
import { type AssistanceEvent, homeVisited } from './assistance.events.js';
import { brought, fangWei, liMin, listed, wangGang } from './assistance.fixture.js';
import { assistanceRules } from './assistance.rules.js';
import type { AssistanceView } from './assistance.state.js';

/** Assistance in a household that is on record, or is not. */
const seenAs = (onRecord: boolean) =>
  ({ ...assistance, initial: { ...assistance.initial, onRecord } }) as unknown as Chapter<AssistanceView, AssistanceEvent>;
const given = rulesOf(seenAs(true));
const givenAbsent = rulesOf(seenAs(false));

const looked = { topic: 'housing', inOrder: true } as const;
const visit: VisitHome = { place: 'home', checklist: [looked] };
const subject = 'household-7' as StreamName;
const sealed = sealedTo('household-7' as Owner);
const capturedAt = '2020-03-14T02:00:00.000Z' as Code<'instant'>;
/** In the county it is the next day already. */
const later = '2020-03-15T16:00:00Z' as Code<'instant'>;

const paired = by(townshipCadre, did.helperPaired(liMin), { effectiveOn: '2019-03-01' });
const onList = by(townshipCadre, brought(liMin), { effectiveOn: '2018-12-31', mode: 'takeover' });

type Refused = readonly [facts: Readonly<Record<string, unknown>>, asked: () => Asked<AssistanceEvent>];
const refusals: Readonly<Record<string, Refused>> = {
  'assistance.household-absent': [{}, () => givenAbsent().when(visitHome, visit, villageOfficer)],
  'assistance.topic-twice': [
    { topic: 'housing' },
    () => given().when(visitHome, { ...visit, checklist: [looked, { topic: 'water', inOrder: true }, looked] }, villageOfficer),
  ],
  'assistance.nothing-seen': [{}, () => given().when(visitHome, { ...visit, checklist: [] }, villageOfficer)],
  'assistance.captured-later': [
    { capturedAt: later, today: '2020-03-15' },
    () => given().when(visitHome, { ...visit, capturedAt: later }, villageOfficer),
  ],
  'assistance.helper-already-helping': [
    { person: liMin.person, since: '2019-03-01' },
    () => given(paired).when(pairHelper, { ...liMin, rank: 'cadre' }, townshipCadre),
  ],
  'assistance.helper-not-helping': [
    { person: fangWei.person },
    () => given(paired).when(releaseHelper, { person: fangWei.person }, townshipCadre),
  ],
  'assistance.helpers-on-record': [{ helpers: 1 }, () => given(paired).when(takeOverHelpers, listed(fangWei), townshipCadre)],
};

describe('assistance refuses', () => {
  it.each(Object.entries(refusals))('%s', (rule, [facts, asked]) => {
    asked().thenRefused(rule, facts);
  });

  it('by every rule of its book, and by no other', () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(assistanceRules).sort());
  });

  it('findings that a client left empty on purpose, as if they were not there', () => {
    const empty = { ...visit, checklist: [], findings: null } as unknown as VisitHome;
    given().when(visitHome, empty, villageOfficer).thenRefused('assistance.nothing-seen', {});
  });
});

describe('assistance records', () => {
  it('a visit by its checklist alone', () => {
    given()
      .when(visitHome, visit, villageOfficer, { subject })
      .then(homeVisited({ place: 'home', checklist: [looked], findings: null, capturedAt: null }));
  });

  it('a visit by what was found alone, sealed to the household', () => {
    given()
      .when(visitHome, { place: 'telephone', checklist: [], findings: '屋顶漏雨', capturedAt }, villageOfficer, { subject })
      .then(homeVisited({ place: 'telephone', checklist: [], findings: sealed('屋顶漏雨'), capturedAt }));
  });

  it('when it was written down, in UTC whatever zone the device was in', () => {
    given()
      .when(visitHome, { ...visit, capturedAt: '2020-03-14T10:00:00+08:00' as Code<'instant'> }, villageOfficer)
      .then(homeVisited({ place: 'home', checklist: [looked], findings: null, capturedAt }));
  });
});

describe('helpers', () => {
  it('are paired, several at a time where the office wants it', () => {
    given(paired).when(pairHelper, fangWei, townshipCadre).then(did.helperPaired(fangWei));
  });

  it('are handed over, who left and who came in one entry', () => {
    given(onList)
      .when(handOverHelper, { from: liMin.person, to: fangWei }, townshipCadre)
      .then(did.helperHandedOver({ from: liMin.person, to: fangWei }));
  });

  it.each([
    ['from nobody who helps', fangWei.person, wangGang, 'assistance.helper-not-helping'],
    ['to somebody who helps already', liMin.person, fangWei, 'assistance.helper-already-helping'],
    ['to the same person', liMin.person, liMin, 'assistance.helper-already-helping'],
  ])('are not handed over %s', (_, from, to, rule) => {
    const helping =
      from === fangWei.person ? [paired] : [paired, by(townshipCadre, did.helperPaired(fangWei), { effectiveOn: '2019-03-01' })];
    given(...helping)
      .when(handOverHelper, { from, to }, townshipCadre)
      .thenRefused(rule);
  });

  it('are released, and may come back', () => {
    const released = by(townshipCadre, did.helperReleased({ person: liMin.person }), { effectiveOn: '2019-06-01' });
    given(paired)
      .when(releaseHelper, { person: liMin.person }, townshipCadre)
      .then(did.helperReleased({ person: liMin.person }));
    given(paired, released).when(releaseHelper, { person: liMin.person }, townshipCadre).thenRefused('assistance.helper-not-helping');
    given(paired, released).when(pairHelper, liMin, townshipCadre).then(did.helperPaired(liMin));
  });

  it('are asked of a household that is on record', () => {
    for (const asked of [
      givenAbsent().when(pairHelper, liMin, townshipCadre),
      givenAbsent().when(handOverHelper, { from: liMin.person, to: fangWei }, townshipCadre),
      givenAbsent().when(releaseHelper, { person: liMin.person }, townshipCadre),
      givenAbsent().when(takeOverHelpers, listed(liMin), townshipCadre),
    ])
      asked.thenRefused('assistance.household-absent', {});
  });

  it('come from a list, each row an entry, what was written otherwise sealed to the helper', () => {
    given().when(takeOverHelpers, listed(liMin, fangWei), townshipCadre).then(brought(liMin), brought(fangWei, 5));
    const spelled = listed({ ...liMin, asWritten: { 帮扶责任人: ' 李　敏' } });
    given()
      .when(takeOverHelpers, spelled, townshipCadre)
      .then(
        did.helperTakenOver({ ...brought(liMin).data, asWritten: sealedTo(`person-${liMin.person}` as Owner)({ 帮扶责任人: ' 李　敏' }) }),
      );
  });

  it('of one list are different people', () => {
    given()
      .when(takeOverHelpers, listed(liMin, fangWei, liMin), townshipCadre)
      .thenRefused('assistance.helper-already-helping');
  });

  it('stand with their first day and the first day without them', () => {
    const handedOver = by(townshipCadre, did.helperHandedOver({ from: liMin.person, to: fangWei }), { effectiveOn: '2019-09-01' });
    const { state } = asOf(assistance, [onList, handedOver].map(recordedAs), everything);
    expect(state.helpers).toEqual([
      { ...liMin, from: '2018-12-31', to: '2019-09-01', statedFrom: '2015-03-15' },
      { ...fangWei, from: '2019-09-01', to: null, statedFrom: null },
    ]);
  });
});

describe('the visits of a household', () => {
  const visited = (findings: string) => homeVisited({ place: 'home', checklist: [], findings: sealed(findings), capturedAt: null });
  const told = [
    by(townshipCadre, visited('second'), { effectiveOn: '2020-02-01' }),
    by(villageOfficer, visited('first, told late'), { effectiveOn: '2020-01-01' }),
  ].map(recordedAs);

  it('are none at first', () => {
    expect(asOf(assistance, [], everything).state).toEqual({ visits: 0, lastVisit: null, helpers: [] });
  });

  it('are counted, and the last one is that of the last day', () => {
    const last = { on: '2020-02-01', by: 'p-township', place: 'home', checklist: [], findings: sealed('second') };
    expect(asOf(assistance, told, everything).state).toEqual({ visits: 2, lastVisit: last, helpers: [] });
  });

  it('are by nobody where a process tells of one', () => {
    const fed = { ...by(townshipCadre, visited('fed')), by: { ...by(townshipCadre, visited('')).by, actedBy: undefined } };
    expect(asOf(assistance, [recordedAs(fed, 0)], everything).state.lastVisit?.by).toBeNull();
  });
});
