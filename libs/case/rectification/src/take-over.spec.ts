import { describe, expect, it } from '@jest/globals';
import type { Attributed } from '@lookback/kernel';
import { asOf, everything } from '@lookback/kernel';
import { by, recordedAs, rulesOf } from '@lookback/testing';
import * as handover from './handover.decider.js';
import type { RectificationEvent } from './rectification.events.js';
import * as of from './rectification.fixture.js';

const { number, other, countyOffice, inspector } = of;
const given = rulesOf(of.seenAs(true));

describe('rectification takes over', () => {
  it('what a list brings, as it stands there', () => {
    given().when(handover.takeOverProblem, of.listed, countyOffice, { mode: 'takeover' }).then(of.takenOver());
  });

  it('two problems of one list number, which is of its list alone: found on another day, it is another', () => {
    const again = { ...of.listedElsewhere, foundOn: '2017-04-30' } as const;
    given(by(countyOffice, of.takenOver({ list: of.place({ number: '5' }) })))
      .when(handover.takeOverProblem, { ...again, list: of.place({ file: 'e', number: '5' }) }, countyOffice, { mode: 'takeover' })
      .then(of.takenOver({ ...again, list: of.place({ file: 'e', number: '5' }) }));
  });

  it('two problems that one list tells in the same words on one day', () => {
    const second = { ...of.listed, number: other, list: of.place({ row: 4, number: '6' }) };
    given(by(countyOffice, of.takenOver({ list: of.place({ number: '5' }) })))
      .when(handover.takeOverProblem, second, countyOffice, { mode: 'takeover' })
      .then(of.takenOver(second));
  });

  it.each<[string, Partial<typeof of.listed>]>([
    ['in other words', { words: '手册未填' }],
    ['in another class', { class: 'funds' as typeof of.listed.class }],
    ['under another number of its list', { words: '手册未填', list: of.place({ file: 'e', number: '6' }) }],
  ])('what another list tells of the same day %s', (_, otherwise) => {
    const another = { ...of.listedElsewhere, ...otherwise };
    given(by(countyOffice, of.takenOver({ list: of.place({ number: '5' }) })))
      .when(handover.takeOverProblem, another, countyOffice, { mode: 'takeover' })
      .then(of.takenOver(another));
  });

  it('no problem of a list that is on record already, by its number there or by its words, also where it was found here', () => {
    const takes = (asked: typeof of.listed, told: Attributed<RectificationEvent>) =>
      given(told).when(handover.takeOverProblem, asked, countyOffice, { mode: 'takeover' });
    const fifth = by(countyOffice, of.takenOver({ list: of.place({ number: '5' }) }));
    const shifted = { ...of.listedElsewhere, list: of.place({ file: 'e', number: '4' }) };
    takes(shifted, fifth).thenRefused('rectification.problem-listed', { problem: number });
    const reworded = { ...of.listedElsewhere, words: '手册未填', list: of.place({ file: 'e', number: '5' }) };
    takes(reworded, fifth).thenRefused('rectification.problem-listed', { problem: number });
    takes({ ...reworded, list: of.place({ sheet: 2, number: '5' }) }, fifth).thenRefused('rectification.problem-listed', {
      problem: number,
    });
    const here = by(inspector, of.found(number, { words: of.listed.words }), { effectiveOn: '2017-04-29' });
    takes(of.listedElsewhere, here).thenRefused('rectification.problem-listed', { problem: number });
    takes({ ...shifted, number }, fifth).thenRefused('rectification.number-taken', { problem: number });
  });

  it('one problem of two lists once, whichever of them is recorded first', () => {
    const told = [
      by(countyOffice, of.takenOver({ list: of.place({ number: '5' }) }), { effectiveOn: '2020-12-31' }),
      by(countyOffice, of.takenOver(of.listedElsewhere), { effectiveOn: '2020-06-30' }),
    ];
    const { inapplicable } = asOf(of.seenAs(true), told.map(recordedAs), everything);
    expect(inapplicable.map(({ why }) => [why.rule, why.facts])).toEqual([['rectification.problem-listed', { problem: other }]]);
  });
});
