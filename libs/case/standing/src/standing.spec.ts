import { describe, expect, it } from '@jest/globals';
import { identification, identificationCodes, identificationEvents as did, type ListedStanding } from '@lookback/case/identification';
import { type Attributed, type Code, compose, type Digest, type EventOf, fold, type RegionCode } from '@lookback/kernel';
import { attributionOf, townshipCadre } from '@lookback/testing';
import { standing } from './standing.chapter.js';
import { standings } from './standing.codes.js';

const by = attributionOf(townshipCadre, { effectiveOn: '2018-12-31' });
const told = <Event extends EventOf>(event: Event): Attributed<Event> => ({ ...event, by });
const listedAs = (stated: ListedStanding) =>
  told(
    did.householdTakenOver({
      source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3 },
      number: '610426101200000001' as Code<'household-number'>,
      standing: stated,
      attribute: 'general',
      mainCause: null,
      county: '610426' as RegionCode,
      township: '610426101' as RegionCode,
      village: '610426101200' as RegionCode,
      incomePerPersonFen: 250_000,
      dangerousHouse: false,
      safeWater: true,
      waterDifficulty: false,
      members: [],
    }),
  );

describe('the standing of a household', () => {
  it('is none before it is on record', () => expect(standing.initial).toBeNull());

  it.each(Object.keys(identificationCodes.listedStandings) as ListedStanding[])('is what the list states: %s', (stated) => {
    expect(fold(standing, [listedAs(stated)]).state).toEqual({ standing: stated, monitoring: 'none', closedOn: null });
  });

  it('is outside the register where the file was opened without a list', () => {
    const opened = did.householdOpened({
      basis: 'application',
      county: '610426' as RegionCode,
      township: '610426101' as RegionCode,
      village: '610426101200' as RegionCode,
      hamlet: null,
      residence: 'both',
      members: [],
    });
    expect(fold(standing, [told(opened)]).state).toEqual({ standing: 'ordinary', monitoring: 'none', closedOn: null });
  });

  it('has a word for each that a list may state', () => {
    expect(standings).toMatchObject(identificationCodes.listedStandings);
  });

  it('stays where the entry does not fit in the chapter that it belongs to', () => {
    const { state, skipped } = fold(compose({ identification, standing }), [listedAs('exited'), listedAs('returned')]);
    expect(state.standing).toMatchObject({ standing: 'exited' });
    expect(skipped.map(([, why]) => why.rule)).toEqual(['identification.already-on-record']);
  });
});
