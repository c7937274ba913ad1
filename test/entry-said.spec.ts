import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntriesPage, EntryWhole } from '@lookback/application/queries';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, mustBe } from './support/staff.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
});
afterAll(() => at.close());

/** The newest entry of a type, as somebody sees it, field by field. */
async function said(type: string, who: Colleague) {
  const { ask } = at.office;
  const page = (await mustBe(200, ask('GET', `/entries?type=${type}&subject=${knownId}&kind=household&limit=1`, undefined, who.token))).as(
    EntriesPage,
  );
  const whole = await mustBe(200, ask('GET', `/entries/${page.entries[0]?.position ?? 0}`, undefined, who.token));
  return whole.as(EntryWhole);
}
const inWords = ({ said: fields }: EntryWhole, language: 'en' | 'zh') =>
  Object.fromEntries((fields ?? []).map(({ called, said }) => [called[language], said?.[language] ?? null]));

describe('an entry', () => {
  it('is read field by field, by the labels of its form, money in yuan and days as days', async () => {
    const amounts = { wageFen: 800_000, businessFen: 100_050, transferFen: 0, propertyFen: 0, costsFen: 50_000 };
    const command = {
      from: '2017-01-01',
      to: '2017-12-31',
      lineYear: 2017,
      ...amounts,
      netFen: 850_050,
      persons: 3,
      perPersonFen: 283_350,
    };
    await mustBe(201, at.problems.asked(at.staff.operator, 'assess-income', '2018-03-01', command));
    const income = await said('IncomeAssessed', at.staff.operator);
    expect(inWords(income, 'en')).toMatchObject({
      From: '2017-01-01',
      Wages: '8000.00 yuan',
      'Net income': '8500.50 yuan',
      Persons: '3',
      'Net income per person': '2833.50 yuan',
    });
    expect(inWords(income, 'zh')).toMatchObject({ 工资性收入: '8000.00 元', 人均纯收入: '2833.50 元' });
  });

  it('names officials, units and codes of lists, in groups as the form has them', async () => {
    await at.lived('ZG-1', 'found', 'handedOver');
    const found = await said('ProblemFound', at.workers.inspector);
    expect(inWords(found, 'zh')).toMatchObject({ 问题编号: 'ZG-1', 问题来源: expect.stringMatching(/\p{Script=Han}/u) as unknown });
    const [, responsible] = (await said('ProblemHandedOver', at.workers.inspector)).said ?? [];
    expect(responsible?.fields?.map(({ called, said: words }) => [called.zh, words?.zh])).toEqual([
      ['责任领导', '骆长河'],
      ['责任单位', '监军街道办事处'],
      ['责任人', expect.stringMatching(/\p{Script=Han}/u)],
    ]);
  });

  it('shows numbers by which people are found masked to those who look on, and whole to those who record', async () => {
    const numberIn = ({ said: fields }: EntryWhole) =>
      fields
        ?.find(({ name }) => name === 'members')
        ?.lines?.map((line) => line.find(({ name }) => name === 'citizenNumber')?.said?.en ?? '');
    const [masked, whole] = [await said('HouseholdTakenOver', at.workers.inspector), await said('HouseholdTakenOver', at.staff.operator)];
    expect(numberIn(whole)?.every((number) => /^\d{17}[\dX]$/.test(number))).toBe(true);
    expect(numberIn(masked)?.every((number) => /^\d{6}\*{8}/.test(number))).toBe(true);
  });
});
