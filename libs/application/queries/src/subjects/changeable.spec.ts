import { describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import {
  type AccountId,
  type EntryId,
  type EventOf,
  fourEyesEvents,
  History,
  type Owner,
  type RegionCode,
  sealedTo,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { anySubject, type Principal, type Right } from '@lookback/office/desk';
import { by, recordedAs, townshipCadre } from '@lookback/testing';
import { changeable } from './changeable.js';

const township = '610426001' as RegionCode;
const who = (right: Right): Principal => ({
  account: 'a-1' as AccountId,
  person: null,
  rights: new Map([[right, { regions: [township], units: [] }]]),
});
const where = { regions: ['610426001200' as RegionCode], units: [], circle: [], isReleased: true };
const visit = { type: 'HomeVisited', data: {} };
const askedOf = (original: string) =>
  fourEyesEvents.correctionProposed({
    ...{ original: original as EntryId, supersedes: original as EntryId, wanted: null, answer: { dueOn: '2020-12-31', level: null } },
    reason: sealedTo('household-1' as Owner)('wrong'),
  });

/** How often all versions were gone through. */
class Counted extends History {
  asked = 0;
  override versions() {
    this.asked++;
    return super.versions();
  }
}

function changeableOf(right: Right, sight: 'whole' | 'masked', ...events: readonly EventOf[]) {
  const entries = events.map((event, i) => recordedAs(by(townshipCadre, event), i) as Entry);
  const history = new Counted(History.from(entries));
  const opened = { id: '1', entries, history, sight, where } as unknown as Parameters<typeof changeable>[1];
  return { ...changeable(anySubject(household), opened, who(right)), asked: history.asked, ids: entries.map(({ id }) => id) };
}

describe('the entries of a history that somebody may ask to be changed', () => {
  it('are those that the account could record: both for who sees all of it', () => {
    const { correctable, retractable, ids } = changeableOf('record', 'whole', visit, visit);
    expect([correctable, retractable]).toEqual([ids, ids]);
  });

  it('may be struck out only, for who looks on and sees them masked', () => {
    const { correctable, retractable, ids } = changeableOf('inspect', 'masked', visit);
    expect([correctable, retractable]).toEqual([[], ids]);
  });

  it('are none for who could neither record them nor looks on', () => {
    expect(changeableOf('verify', 'whole', visit)).toMatchObject({ correctable: [], retractable: [] });
  });

  it('are not those about which a proposal waits, nor that proposal', () => {
    const [first] = changeableOf('record', 'whole', visit).ids;
    const { correctable, ids } = changeableOf('record', 'whole', visit, visit, askedOf(first ?? ''));
    expect(correctable).toEqual(ids.slice(1, 2));
  });

  it('are found in one pass over the versions, however long the history', () => {
    expect(changeableOf('record', 'whole', ...Array.from({ length: 500 }, () => visit)).asked).toBe(1);
  });
});
