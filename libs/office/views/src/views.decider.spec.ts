import { describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  type Chapter,
  type CommandContext,
  Inapplicable,
  type Owner,
  sealedTo,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import { by, countyOffice, rulesOf } from '@lookback/testing';
import { isViewQuery, mostViews, type ViewId, type ViewQuery, type Views } from './views.codes.js';
import * as rule from './views.decider.js';
import * as did from './views.events.js';
import { noViews, viewsKept } from './views.evolve.js';

const register = 'problems' as Parameters<typeof did.viewSaved>[0]['register'];
const query = { status: 'found,returned', dueOn: '..2020-12-31', order: '-dueOn' } as Readonly<Record<string, string>> as ViewQuery;
const due = 'due-id' as ViewId;
const kept = (name: string, view = due) =>
  by(countyOffice, did.viewSaved({ view, register, name: sealedTo('account-7' as Owner)(name), query }));
/** An owner that keeps nothing else. */
const owner = viewsKept<{ views: Views }>();
const chapter: Chapter<Views, did.ViewEvent> = {
  initial: noViews,
  evolve: {
    ViewSaved: (views, data, attribution) => of(owner.ViewSaved({ views }, data, attribution)),
    ViewDropped: (views, data, attribution) => of(owner.ViewDropped({ views }, data, attribution)),
  },
};
const of = (whole: { views: Views } | Inapplicable) => (whole instanceof Inapplicable ? whole : whole.views);
const given = rulesOf(chapter);
const about = (circumstances: Partial<CommandContext>) => ({ subject: streamName('account', '7'), newId: () => due, ...circumstances });
const byHolder = about({ recordedBy: { account: '7' as AccountId } });
const wanted = { register, name: '本月到期', query };

describe('a view', () => {
  it('is kept for its owner, under the owner’s seal', () =>
    given()
      .when(rule.saveView, wanted, countyOffice, byHolder)
      .then(did.viewSaved({ view: due, register, name: sealedTo('account-7' as Owner)('本月到期'), query })));

  it('takes the place of one of the same name', () =>
    given(kept('本月到期', 'old' as ViewId))
      .when(rule.saveView, { ...wanted, query: {} }, countyOffice, byHolder)
      .then(did.viewSaved({ view: 'old' as ViewId, register, name: sealedTo('account-7' as Owner)('本月到期'), query: {} })));

  it('is changed by nobody else', () => {
    const other = about({ recordedBy: { account: '8' as AccountId } });
    given().when(rule.saveView, wanted, countyOffice, other).thenRefused('views.not-own');
    given(kept('a')).when(rule.dropView, { view: due }, countyOffice, other).thenRefused('views.not-own');
  });

  it('of a unit is changed by whoever holds a post there, and by nobody else', () => {
    const unit = streamName('unit', 'u-1');
    const heldIn = (id: string) => about({ subject: unit, recordedBy: { account: '8' as AccountId, unit: id as UnitId } });
    given()
      .when(rule.saveView, wanted, countyOffice, heldIn('u-1'))
      .then(did.viewSaved({ view: due, register, name: sealedTo('unit-u-1' as Owner)('本月到期'), query }));
    given().when(rule.saveView, wanted, countyOffice, heldIn('u-2')).thenRefused('views.not-own');
  });

  it('is removed once', () => {
    given(kept('a'))
      .when(rule.dropView, { view: due }, countyOffice, byHolder)
      .then(did.viewDropped({ view: due }));
    given(kept('a'), by(countyOffice, did.viewDropped({ view: due })))
      .when(rule.dropView, { view: due }, countyOffice, byHolder)
      .thenRefused('views.absent');
  });

  it('is one of fifty at most', () =>
    given(...Array.from({ length: mostViews }, (_, nth) => kept(`view ${nth}`, `v-${nth}` as ViewId)))
      .when(rule.saveView, wanted, countyOffice, byHolder)
      .thenRefused('views.too-many'));
});

it('a query holds codes and figures, and no sentence', () => {
  expect([query, {}, { 'helpers.rank': 'cadre', known: '@4711', mainCause: '01~610426~2020-01-01,none' }].every(isViewQuery)).toBe(true);
  const wrong = [
    { status: '张三' },
    { status: 'a b' },
    { status: '' },
    { 'a b': 'c' },
    { status: ['a'] },
    ['a'],
    null,
    { status: 'x'.repeat(1_001) },
  ];
  expect(wrong.filter(isViewQuery)).toEqual([]);
});
