import { describe, expect, it } from '@jest/globals';
import { householdPart } from '@lookback/case/household';
import { Parts } from '@lookback/office/desk';
import type { Actor, EntryId, Recorder } from '@lookback/kernel';
import { entryOf, happened } from './entry-narrative.fixture.js';
import { narrate } from './entry-narrative.js';
import { journal } from './journal.projection.js';
import type { Names } from './names.js';

const names: Names = {
  region: () => null,
  unit: () => null,
  official: () => null,
  listed: () => null,
  account: () => null,
  recorder: () => null,
};
const start = entryOf(happened.HouseholdTakenOver(), 0, '2019-01-01');
const visit = entryOf(happened.HomeVisited(), 1, '2019-02-01');
const by = (actedBy: object, recordedBy: Recorder = visit.by.recordedBy) => ({
  ...visit,
  by: { ...visit.by, actedBy: actedBy as Actor, recordedBy },
});
const own = { household: 'h-1', member: 'm-2', how: 'thumb-print' };
const told = (entry: typeof visit) => narrate([start, entry], Number.MAX_SAFE_INTEGER, { parts: new Parts([householdPart]), names })[1];

describe('a member of the household who acted', () => {
  it.each<[string, object, string, string]>([
    ['in person', own, '张2 of the household, in person (by thumb-print)', '户内成员 张2本人办理（按手印）'],
    [
      'through another',
      { ...own, how: 'signature', proxy: 'near-relative' },
      '张2 of the household, through a near relative (signed)',
      '户内成员 张2，由近亲属代办（本人签字）',
    ],
    [
      'in another household',
      { ...own, member: '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10' },
      'a member of another household, in person (by thumb-print)',
      '其他农户成员本人办理（按手印）',
    ],
  ])('%s is told so', (_, actedBy, en, zh) => {
    expect(told(by(actedBy))?.actedBy).toMatchObject({ ...actedBy, unitName: null, en, zh });
    expect(told(by(actedBy))?.onDocument).toBe(false);
  });

  it('stands in the journal among all householders, recorded by a channel that is no account', () => {
    const entry = by(own, { channel: 'national-app' } as unknown as Recorder);
    expect(journal.rows({ ...entry, id: 'e-2' as EntryId })).toMatchObject([
      { actedBy: 'householder', unit: null, recordedBy: 'channel-national-app', recorder: null },
    ]);
    expect(told(entry)?.recordedBy).toMatchObject({ channel: 'national-app', en: 'channel national-app', zh: '渠道 national-app' });
  });
});
