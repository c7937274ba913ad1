import { describe, expect, it } from '@jest/globals';
import { type HouseholdKnown, type HouseholdSought, listedHouseholdId } from '@lookback/case/household';
import { fileCodeOf, type HouseholdNumber } from '@lookback/case/identification';
import { type Code, Refusal, type RegionCode } from '@lookback/kernel';
import fc from 'fast-check';
import { type Answer, circumstances, commandsIn, recordingDesk } from '../recording-desk.fixture.js';
import { importRoster } from './import-roster.js';
import { changed, citizenNumber, household, rosterOf, type Row, unnumbered } from './rosters.fixture.js';

const county = '610426' as RegionCode;
const none = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0 };
const file = '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10';

async function taken(
  rows: readonly Row[],
  known: (sought: HouseholdSought) => HouseholdKnown = () => null,
  answer?: (id: string) => Answer | undefined,
) {
  const { desk, asked } = recordingDesk(({ id }) => answer?.(id));
  const sought: HouseholdSought[] = [];
  const knownHouseholds = (some: readonly HouseholdSought[]) => {
    sought.push(...some);
    return Promise.resolve(some.map(known));
  };
  const report = await importRoster(await rosterOf(rows), { ...circumstances, desk, knownHouseholds });
  return { report, asked, sought, commands: commandsIn(asked) };
}

describe('a household of a list that has no number for it', () => {
  it('comes on record as its rows have it, the head’s first, under the key of what they say', async () => {
    const rows = [...household(1, 2), ...unnumbered(2, 2), ...unnumbered(3, 1), ...household(4, 1)];
    const { report, asked, commands } = await taken(rows);
    expect(report).toMatchObject({ ...none, accepted: 4, people: 6, entries: 4 });
    expect(commands.map(({ number, members, source }) => [number, members.map((one) => one.number?.slice(-2)), source.row])).toEqual([
      ['610426001200000001', ['01', '02'], 3],
      [null, [undefined, undefined], 5],
      [null, [undefined], 7],
      ['610426001200000004', ['01'], 8],
    ]);
    expect(asked.map(({ id }) => id)).toEqual([
      listedHouseholdId(county, '610426001200000001' as HouseholdNumber),
      listedHouseholdId(county, asked[1]?.key as Code<'body'>),
      listedHouseholdId(county, asked[2]?.key as Code<'body'>),
      listedHouseholdId(county, '610426001200000004' as HouseholdNumber),
    ]);
  });

  it('is the same in whatever order its members stand, and another where anything is said otherwise', async () => {
    const idOf = async (rows: readonly Row[]) => (await taken(rows)).asked[0]?.id;
    const [head, ...others] = unnumbered(2, 4);
    const id = await idOf(unnumbered(2, 4));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(others, { minLength: 3 }), async (shuffled) => {
        expect(await idOf([head as Row, ...shuffled])).toBe(id);
      }),
      { seed: 20201231, numRuns: 6 },
    );
    expect(await idOf(unnumbered(2, 4, { 人均纯收入: '1' }))).not.toBe(id);
  });

  it('is looked for by its members, and by its village and head', async () => {
    const { sought } = await taken([...unnumbered(2, 2), ...household(1, 1)]);
    const headed = (nth: number) => ({ village: '610426001200', name: '张一', citizenNumber: citizenNumber(nth) });
    expect(sought).toEqual([
      { number: null, citizenNumbers: [20, 21].map((nth) => citizenNumber(nth)), headed: headed(20) },
      { number: '610426001200000001', citizenNumbers: [citizenNumber(10)], headed: headed(10) },
    ]);
  });

  it('is asked about in the file in which it stands, and told by that file’s code where it differs', async () => {
    const onRecord = new Refusal('identification.already-on-record', {}, { kind: 'sense', en: '', zh: '' });
    const found = { id: file, county, head: null };
    const { report, asked } = await taken(
      unnumbered(2),
      () => found,
      () => onRecord,
    );
    expect(asked.map(({ id }) => id)).toEqual([file]);
    expect(report).toMatchObject({ ...none, differing: 1, differingSubjects: [{ subject: '0193a1c2', rows: [3, 4, 5] }] });
  });

  it('is refused where it may be that of two files, and both are told', async () => {
    const known = ({ number }: HouseholdSought) => (number === null ? { alike: ['0193a1c2', '77777777'] } : null);
    const { report, asked } = await taken([...unnumbered(2), ...household(1)], known);
    expect(report).toMatchObject({ ...none, accepted: 1, refused: 1 });
    expect(asked).toHaveLength(1);
    expect(report.faults).toMatchObject([
      { rule: 'list.files-alike', row: 3, column: '', zh: '可能是下列任一档案的农户：0193a1c2、77777777。' },
    ]);
  });

  it('is refused where the list itself leaves open whether it is another’s; the other, if it has a number, is not', async () => {
    const shared = changed(unnumbered(2, 2), 1, { 证件号码: citizenNumber(10) });
    const one = await taken([...household(1, 1), ...shared]);
    expect(one.report).toMatchObject({ ...none, accepted: 1, refused: 1 });
    expect(one.report.faults).toMatchObject([
      { rule: 'list.citizen-number-of-another-household', row: 5, column: '证件号码', en: expect.stringMatching(/^Row 3, of another/) },
    ]);
    const twins = await taken([...unnumbered(2, 1, { 证件号码: '' }), ...unnumbered(3, 1), ...unnumbered(4, 1, { 姓名: '李四' })]);
    expect(twins.report).toMatchObject({ ...none, accepted: 1, refused: 2 });
    expect(twins.report.faults.map(({ rule, row }) => [rule, row])).toEqual([
      ['list.head-of-another-household', 3],
      ['list.head-of-another-household', 4],
    ]);
    expect((await taken([...unnumbered(2, 1), ...unnumbered(3, 1)])).report).toMatchObject({ ...none, accepted: 2 });
  });

  it('is refused where its rows are part of one: without a head, or with numbers of people', async () => {
    const fault = async (rows: readonly Row[]) => (await taken(rows)).report.faults.map(({ rule, row, column }) => [rule, row, column]);
    expect(await fault(unnumbered(2, 2).slice(1))).toEqual([['input.missing', 3, '户编号']]);
    const [head, , last] = unnumbered(2, 3, { 人数: '1' }) as [Row, Row, Row];
    expect(await fault([head, ...household(1, 1), last])).toEqual([['input.missing', 5, '户编号']]);
    expect(await fault(household(2, 2, { 户编号: '' }))).toEqual([
      ['input.missing', 3, '户编号'],
      ['input.missing', 4, '户编号'],
    ]);
  });

  it('of which a member stands in another household too is told by the code of its file', async () => {
    const knownNumbers = (numbers: readonly string[]) =>
      Promise.resolve(new Map(numbers.includes(citizenNumber(20)) ? [[citizenNumber(20), [{ id: file, number: null }]]] : []));
    const { desk, asked } = recordingDesk();
    const report = await importRoster(await rosterOf(unnumbered(2, 1)), { ...circumstances, desk, knownNumbers });
    const place = { household: fileCodeOf(asked[0]?.id ?? ''), sheet: '贫困户信息', row: 3 };
    expect(report).toMatchObject({ accepted: 1, duplicates: 1, duplicatePlaces: [[place, { household: '0193a1c2' }]] });
    const found = () => Promise.resolve([{ id: file, county, head: null }]);
    const again = await importRoster(await rosterOf(unnumbered(2, 1)), { ...circumstances, desk, knownNumbers, knownHouseholds: found });
    expect(again.duplicates).toBe(0);
  });
});
