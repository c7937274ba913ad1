import { describe, expect, it } from '@jest/globals';
import { type HouseholdSought, listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import { Refusal, type RegionCode } from '@lookback/kernel';
import type { KnownHouseholds } from '../households/households-sought.js';
import { circumstances, recordingDesk } from '../recording-desk.fixture.js';
import { household, rosterOf } from './rosters.fixture.js';
import { importRoster } from './import-roster.js';

const county = '610426' as RegionCode;

describe('a household that has a file already', () => {
  const rows = [household(1), household(2)].flat();
  const file = '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10';
  const known: KnownHouseholds = (sought) =>
    Promise.resolve(sought.map(({ number }) => (number === '610426001200000001' ? { id: file, county, head: null } : null)));

  it('is asked about in that file, whatever id the list would give it, and nobody gets a second one', async () => {
    const onRecord = new Refusal('identification.already-on-record', {}, { kind: 'sense', en: '', zh: '' });
    const recording = recordingDesk(({ id }) => (id === file ? onRecord : undefined));
    const report = await importRoster(await rosterOf(rows), { ...circumstances, desk: recording.desk, knownHouseholds: known });
    expect(recording.asked.map(({ id }) => id)).toEqual([file, listedHouseholdId(county, '610426001200000002' as HouseholdNumber)]);
    expect(report).toMatchObject({ accepted: 1, differing: 1, differingSubjects: [{ subject: '610426001200000001' }] });
  });

  it('is looked for by its number and by the citizen numbers of its members, once a batch', async () => {
    const sought: (readonly HouseholdSought[])[] = [];
    const looking: KnownHouseholds = (asked) => {
      sought.push(asked);
      return known(asked);
    };
    await importRoster(await rosterOf(rows), { ...circumstances, desk: recordingDesk().desk, knownHouseholds: looking });
    expect(sought.map((asked) => asked.map(({ number, citizenNumbers }) => [number, citizenNumbers.length]))).toEqual([
      [
        ['610426001200000001', 3],
        ['610426001200000002', 3],
      ],
    ]);
  });

  it('is asked about one after another where two households of the list are of one file', async () => {
    const both: KnownHouseholds = (sought) => Promise.resolve(sought.map(() => ({ id: file, county, head: null })));
    const recording = recordingDesk();
    await importRoster(await rosterOf(rows), { ...circumstances, desk: recording.desk, knownHouseholds: both });
    expect([recording.asked.map(({ id }) => id), recording.batches]).toEqual([
      [file, file],
      [1, 1],
    ]);
  });
});
