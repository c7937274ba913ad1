import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { citizenNumber, householdRows, rosterOf } from '../support/rosters.js';
import { colleague, type Colleague, county, newcomer, official } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { choose, field, form, taken } from './support/forms.js';
import { pictures, switchLanguage } from './support/picture.js';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const found = (page: Page) => page.getByRole('table').getByRole('row').filter({ hasText: '永安村委会' });
let shown: Console;
let at: ProblemOffice;
let second: Colleague;

beforeAll(async () => {
  shown = await Console.open();
  at = await ProblemOffice.over(shown.office);
  const { ask } = shown.office;
  const post = { post: 'county-office', unit: at.staff.units.office, level: 'county', region: county };
  const person = await official(ask, at.staff.admin.token, '闻人正', '13900000777', post);
  second = await colleague(ask, at.staff.admin.token, { login: 'second.person', rights: ['confirm', 'standards'], person });
}, 120_000);
afterAll(() => shown.close());

describe('a household that has no number', () => {
  const number = '610426001200994001';
  const said = { 与户主关系: '户主', 民族: '汉族', 在校生状况: '非在校生', 健康状况: '健康', 劳动技能: '普通劳动力' };
  let path: string;

  async function search(page: Page, text: string): Promise<void> {
    await page.goto(`${shown.url}/households`);
    await page.getByLabel('按姓名、证件号码、档案号或户编号查找').fill(text);
    await page.getByText('共 1 行').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await found(page).getByRole('link').click();
    await page.waitForURL(`**${path}`);
  }

  it('is opened by hand, stands in the list, and is found by a name and by its file code', async () => {
    const page = await shown.at('/households', at.staff.operator);
    await page.getByRole('button', { name: '建立档案' }).click();
    await choose(page, '建档依据', '风险线索');
    await choose(page, '行政村', '610426001200');
    await choose(page, '居住情况', '户籍常住一致');
    await form(page).getByRole('button', { name: '添加一行' }).click();
    const line = form(page).getByRole('group', { name: '家庭成员' });
    await line.getByRole('textbox', { name: '姓名' }).fill('上官无号');
    await line.getByRole('textbox', { name: '证件号码' }).fill(citizenNumber(70_001));
    for (const [label, word] of Object.entries(said)) {
      await line.getByRole('combobox', { name: label }).fill(word);
      await page.keyboard.press('Enter');
    }
    await line.getByRole('radio', { name: '是' }).check();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'unnumbered-opening');
    await taken(page);
    await page.waitForURL(/\/households\/[0-9a-f-]{36}$/);
    path = new URL(page.url()).pathname;
    const code = path.slice('/households/'.length, '/households/'.length + 8);
    await page.getByText(code).first().waitFor();
    for (const text of ['上官无号', code, code.toUpperCase()]) await search(page, text);
    await page.goto(`${shown.url}/households?standing=ordinary`);
    await found(page).getByText(code).waitFor();
    await pictures(page, 'unnumbered-list');
    await switchLanguage(page, 'en');
    await page.getByRole('columnheader', { name: 'File code' }).waitFor();
    await page.getByText('Rows: 1').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  it('gets its number, which two confirm as it is not on the register; is found by that, and its address stays', async () => {
    const teller = await newcomer(shown.office.ask, at.staff, { login: 'number.teller', rights: ['record', 'report-late'] });
    const page = await shown.at(path, teller);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('menuitem', { name: '登记户编号' }).click();
    await field(page, '户编号').locator('input').fill(number);
    await form(page).getByRole('button', { name: '提交', exact: true }).click();
    await field(page, '户编号').locator('.refusal').getByText('该户当日未在册').waitFor();
    await form(page).getByRole('button', { name: '作为补录提交' }).click();
    await form(page).waitFor({ state: 'detached' });
    const confirmer = await shown.at(path, second);
    await confirmer.getByRole('button', { name: '确认补录' }).click();
    await taken(confirmer);
    await confirmer.getByRole('heading', { level: 1 }).getByText(number).waitFor();
    await confirmer.evaluate('scrollTo(0, 0)');
    await pictures(confirmer, 'unnumbered-numbered');
    await switchLanguage(confirmer, 'en');
    await confirmer.getByText('Household number').first().waitFor();
    expect(await barriersOn(confirmer)).toEqual([]);
    await search(page, number);
    for (const one of [page, confirmer]) await one.context().close();
  });
});

describe('a county with five causes of its own', () => {
  const own = [
    ['01', '病残类', 'illness and disability', '因病'],
    ['06', '水利类', 'water works', '缺水'],
    ['c3', '发展类', 'development', '缺技术'],
    ['c4', '灾害类', 'calamities', '因灾'],
    ['c5', '其他类', 'other reasons', '其他'],
  ] as const;

  async function proposed(page: Page): Promise<void> {
    await page.getByRole('button', { name: '申请设定标准' }).click();
    await page.getByRole('menuitem', { name: '致贫原因' }).click();
    const lines = form(page).locator('.rows > fieldset');
    for (let left = await lines.count(); left > own.length; left--)
      await form(page)
        .getByRole('button', { name: `删除第 ${String(left)} 行` })
        .click();
    for (const [i, [code, zh, en, national]] of own.entries()) {
      const line = lines.nth(i);
      for (const [label, text] of Object.entries({ 代码: code, 中文名称: zh, 英文名称: en })) await line.getByLabel(label).fill(text);
      await line.getByRole('combobox').fill(national);
      await page.keyboard.press('Enter');
    }
    await field(page, '依据文件').locator('input').fill('永政发〔2026〕9号');
  }

  it('proposes them, told that the day may lie ahead, and a second person adopts them', async () => {
    const holder = await newcomer(shown.office.ask, at.staff, { login: 'first.holder', rights: ['standards'] });
    const page = await shown.at(`/standards?region=${county}`, holder);
    await proposed(page);
    const ahead = field(page, '开始执行日期').getByText('明年的标准现在就可以申请和批准');
    await ahead.scrollIntoViewIfNeeded();
    await pictures(page, 'own-causes-proposed');
    await switchLanguage(page, 'en');
    await form(page).getByText('May lie ahead: a standard of next year can be proposed and adopted today').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await switchLanguage(page, 'zh-CN');
    await taken(page);
    const other = await shown.at(`/standards?region=${county}`, second);
    await other.getByRole('button', { name: '批准' }).click();
    await taken(other);
    await other.getByText(`永寿县自 ${today} 起执行`).waitFor();
    await other.getByRole('cell', { name: '病残类' }).waitFor();
    await pictures(other, 'own-causes-adopted');
    for (const one of [page, other]) await one.context().close();
  });

  it('uses them in a form from their day on, and the nation’s before', async () => {
    const page = await shown.at(`/households/${knownId}`, at.staff.operator);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('menuitem', { name: '调整致贫原因' }).click();
    const offered = async () => {
      const options = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
      await options.first().waitFor();
      const words = await options.allInnerTexts();
      await page.keyboard.press('Escape');
      return words;
    };
    await field(page, '主要致贫原因').getByRole('combobox').click();
    expect((await offered()).sort()).toEqual(own.map(([, zh]) => zh).sort());
    await field(page, '生效日期').locator('input').fill('2020-01-01');
    await field(page, '主要致贫原因').getByRole('combobox').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '因病' }).waitFor();
    expect(await offered()).not.toContain('病残类');
    await field(page, '生效日期').locator('input').fill(today);
    await choose(page, '主要致贫原因', '水利类');
    await taken(page);
    await page.getByText('水利类').first().waitFor();
    await switchLanguage(page, 'en');
    await page.getByText('water works').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  it('takes a roster in its own words over, filters its list and counts by them, apart from those of before', async () => {
    const page = await shown.at('/imports', at.staff.operator);
    const rows = [3_101, 3_102].flatMap((nth, i) =>
      householdRows(nth).map((row) => ({ ...row, 主要致贫原因: i === 0 ? '病残类' : '因残' })),
    );
    const file = { name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await rosterOf(rows)) };
    await page.getByLabel('Excel 文件').setInputFiles(file);
    await page.getByLabel('名册日期').fill(today);
    await page.getByRole('button', { name: '正式接收' }).click();
    await page.getByText('接收 1，未接收 1').waitFor();
    await page.getByText('不在永寿县').first().waitFor();
    await page.goto(`${shown.url}/households`);
    const filter = page.getByRole('combobox', { name: '主要致贫原因' });
    await filter.fill('病残类');
    await page.locator('.ant-select-item-option').filter({ hasText: '病残类' }).first().click(); // its list is asked of the server
    await page.getByText('共 1 行').waitFor();
    expect(decodeURIComponent(new URL(page.url()).search)).toContain(`mainCause=01~${county}~${today}`);
    await pictures(page, 'own-causes-list');
    await page.goto(`${shown.url}/counts?region=${county}`);
    for (const word of [`病残类（永寿县，${today} 起）`, '水利类', '因病（全国，2014-01-01 起）'])
      await page.getByRole('link', { name: word }).waitFor();
    await pictures(page, 'own-causes-counts');
    await switchLanguage(page, 'en');
    await page.getByRole('link', { name: 'illness and disability' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});
