import { describe, expect, it } from '@jest/globals';
import type { CalendarDate, EntryId, Owner, Recorded, Recorder, RegionCode } from '@lookback/kernel';
import { sealedTo } from '@lookback/kernel';
import { attributionOf, countyOffice } from '@lookback/testing';
import { accountOn } from './account.chapter.js';
import * as did from './account.events.js';

const recorder = (name: string) => ({ account: name }) as Recorder;
const sealed = sealedTo('account-7' as Owner);
const opened = did.accountOpened({ login: 'wang.fang' as did.Login, person: null, home: ['610426001' as RegionCode] });
const set = (temporary = true) => did.passwordSet({ hash: sealed('x'), temporary });
const granted = did.rightGranted({ right: 'record', regions: ['610426' as RegionCode], units: [] });

type Said = readonly [event: did.AccountEvent, by: string, on?: CalendarDate];
const historyOf = (...said: readonly Said[]): Recorded<did.AccountEvent>[] =>
  said.map(([event, by, effectiveOn = '2020-03-15'], i) => ({
    ...event,
    id: `entry-${i}` as EntryId,
    revision: i + 1,
    position: i + 1,
    recordedAt: new Date(0),
    by: attributionOf(countyOffice, { effectiveOn, recordedBy: recorder(by) }),
  }));
const passwordIn = (...said: readonly Said[]) =>
  accountOn(historyOf([opened, 'town', '2020-03-01'], ...said), '2020-03-15').password !== null;

describe('a temporary password', () => {
  it('holds when who set it grants the rights', () => expect(passwordIn([set(), 'town'], [granted, 'town'])).toBe(true));
  it('dies with the first grant by somebody else', () => expect(passwordIn([set(), 'town'], [granted, 'county'])).toBe(false));
  it('dies also with a grant of an earlier day', () =>
    expect(passwordIn([set(), 'town', '2020-03-15'], [granted, 'county', '2020-03-14'])).toBe(false));
  it('that is set after the grant holds', () => expect(passwordIn([set(), 'town'], [granted, 'county'], [set(), 'county'])).toBe(true));
  it('that its owner has changed is no temporary one', () =>
    expect(passwordIn([set(), 'town'], [set(false), '7'], [granted, 'county'])).toBe(true));

  it('ends the sessions that were opened with it', () => {
    const before = historyOf([opened, 'town'], [set(), 'town']);
    const after = historyOf([opened, 'town'], [set(), 'town'], [granted, 'county']);
    expect(accountOn(after, '2020-03-15').passwords).toBeGreaterThan(accountOn(before, '2020-03-15').passwords);
  });
});
