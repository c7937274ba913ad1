import { describe, expect, it } from '@jest/globals';
import type { HouseholdKnown, HouseholdSought } from '@lookback/case/household';
import type { RegionCode } from '@lookback/kernel';
import { ledgerTaken, problem } from './ledgers.fixture.js';

const none = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0 };
const county = '610426' as RegionCode;
const file = '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10';

const taken = (rows: Parameters<typeof ledgerTaken>[0], known: (sought: HouseholdSought) => HouseholdKnown) =>
  ledgerTaken(rows, { knownHouseholds: (some) => Promise.resolve(some.map(known)) });
const without = (nth: number, otherwise: Parameters<typeof problem>[1] = {}) => problem(nth, { 户编号: '', ...otherwise });

describe('a problem of a household that the ledger has no number of', () => {
  it('is that of the household of its head in its village', async () => {
    const sought: HouseholdSought[] = [];
    const { report, requestsFor } = await taken([without(1), without(2, { 序号: '', 问题编号: 'YS-1' })], (one) => {
      sought.push(one);
      return { id: file, county, head: '张一' };
    });
    expect(report).toMatchObject({ ...none, accepted: 2, headsDiffering: 0 });
    expect(requestsFor('household').map(({ id }) => id)).toEqual([file, file]);
    const headed = { village: '610426001200', name: '张一', citizenNumber: null };
    expect(sought).toEqual([{ number: null, citizenNumbers: [], headed }]);
    expect(requestsFor('person')[0]?.command).toMatchObject({ county });
  });

  it('is refused by name where none is on record, or more than one', async () => {
    const known = ({ headed }: HouseholdSought) => (headed?.name === '张一' ? { alike: ['0193a1c2', '77777777'] } : null);
    const { report } = await taken([without(1), without(2, { 户主姓名: '李二' }), problem(3)], known);
    expect(report.faults.map(({ rule, row, zh }) => [rule, row, zh])).toEqual([
      ['list.files-alike', 3, '可能是下列任一档案的农户：0193a1c2、77777777。'],
      ['list.household-of-head-unknown', 4, '该村没有此户主的登记。'],
      ['list.household-unknown', 5, '没有此户编号的登记。'],
    ]);
  });

  it('is refused where the village is not known, or the row does not say', async () => {
    const rows = [without(1, { 行政村: '无名村' }), without(2, { 户主姓名: '' }), without(3, { '乡(镇)': '' })];
    const { report } = await taken(rows, () => null);
    expect(report.faults.map(({ rule, row, column }) => [rule, row, column])).toEqual([
      ['list.village-not-one', 3, '行政村'],
      ['input.missing', 4, '户主姓名'],
      ['input.missing', 5, '乡(镇)'],
    ]);
  });

  it('is asked under one key, and under another of another head', async () => {
    const keyOf = async (otherwise: Parameters<typeof problem>[1]) => {
      const { requestsFor } = await taken([without(1, otherwise)], () => ({ id: file, county, head: null }));
      return requestsFor('household')[0]?.key;
    };
    const key = await keyOf({});
    expect(await keyOf({ 户主姓名: ' 张一' })).toBe(key);
    expect(await keyOf({ 户主姓名: '李二' })).not.toBe(key);
  });

  it('is one with another row of the same head under the same number', async () => {
    const { report } = await taken([without(1, { 问题编号: 'YS-1' }), without(2, { 问题编号: 'YS-1' })], () => null);
    expect(report).toMatchObject({ ...none, refused: 1 });
    expect(report.faults.map(({ rule }) => rule)).toContain('list.problem-twice');
  });

  it('is told by its row, or by the code of its file, where it differs', async () => {
    const { report } = await taken([without(1)], () => null);
    expect(report.faults[0]?.subject).toBe('row 3 1');
  });
});
