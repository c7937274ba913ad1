import { describe, expect, it } from '@jest/globals';
import { asOf, type Chapter, type Code, everything, type Owner, sealedTo, type StreamName } from '@lookback/kernel';
import { type Asked, by, recordedAs, rulesOf, townshipCadre, villageOfficer } from '@lookback/testing';
import type { VisitHome } from './assistance.commands.js';
import { assistance, visitHome } from './assistance.decider.js';
import { type AssistanceEvent, homeVisited } from './assistance.events.js';
import { assistanceRules } from './assistance.rules.js';
import type { AssistanceView } from './assistance.state.js';

/** The rest of the household, as far as assistance looks at it. */
const seenAs = (onRecord: boolean): Chapter<AssistanceView, AssistanceEvent> => ({
  initial: { onRecord },
  evolve: { HomeVisited: (state) => state },
});
const given = rulesOf(seenAs(true));
const givenAbsent = rulesOf(seenAs(false));

const looked = { topic: 'housing', inOrder: true } as const;
const visit: VisitHome = { place: 'home', checklist: [looked] };
const subject = 'household-7' as StreamName;
const sealed = sealedTo('household-7' as Owner);
const capturedAt = '2020-03-14T02:00:00Z' as Code<'instant'>;

type Refused = readonly [facts: Readonly<Record<string, unknown>>, asked: () => Asked<AssistanceEvent>];
const refusals: Readonly<Record<string, Refused>> = {
  'assistance.household-absent': [{}, () => givenAbsent().when(visitHome, visit, villageOfficer)],
  'assistance.topic-twice': [
    { topic: 'housing' },
    () => given().when(visitHome, { ...visit, checklist: [looked, { topic: 'water', inOrder: true }, looked] }, villageOfficer),
  ],
  'assistance.nothing-seen': [{}, () => given().when(visitHome, { ...visit, checklist: [] }, villageOfficer)],
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
});

describe('the visits of a household', () => {
  const visited = (findings: string) => homeVisited({ place: 'home', checklist: [], findings: sealed(findings), capturedAt: null });
  const told = [
    by(townshipCadre, visited('second'), { effectiveOn: '2020-02-01' }),
    by(villageOfficer, visited('first, told late'), { effectiveOn: '2020-01-01' }),
  ].map(recordedAs);

  it('are none at first', () => {
    expect(asOf(assistance, [], everything).state).toEqual({ visits: 0, lastVisit: null });
  });

  it('are counted, and the last one is that of the last day', () => {
    const last = { on: '2020-02-01', by: 'p-township', place: 'home', checklist: [], findings: sealed('second') };
    expect(asOf(assistance, told, everything).state).toEqual({ visits: 2, lastVisit: last });
  });

  it('are by nobody where a process tells of one', () => {
    const fed = { ...by(townshipCadre, visited('fed')), by: { ...by(townshipCadre, visited('')).by, actedBy: undefined } };
    expect(asOf(assistance, [recordedAs(fed, 0)], everything).state.lastVisit?.by).toBeNull();
  });
});
