import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { colleague, type Colleague, county, newcomer, official } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { choose, field, taken } from './support/forms.js';
import { pictures } from './support/picture.js';

let shown: Console;
let at: ProblemOffice;
let operator: Colleague;
let second: Colleague;
let reviewer: Colleague;
const path = `/households/${knownId}`;

beforeAll(async () => {
  shown = await Console.open();
  at = await ProblemOffice.over(shown.office);
  const { ask } = shown.office;
  operator = await newcomer(ask, at.staff, { login: 'late.teller', rights: ['record', 'report-late', 'confirm'] });
  reviewer = await newcomer(ask, at.staff, { login: 'reviewer', rights: ['review'] });
  const post = { post: 'county-office', unit: at.staff.units.office, level: 'county', region: county };
  const person = await official(ask, at.staff.admin.token, '闻人正', '13900000777', post);
  second = await colleague(ask, at.staff.admin.token, { login: 'second.person', rights: ['confirm'], person });
}, 120_000);
afterAll(() => shown.close());

const income = {
  ...{ 起: '2019-01-01', 止: '2019-12-31', 对照贫困线年份: '2019', 生产经营性收入: '0', 转移性收入: '0', 财产性收入: '0' },
  ...{ 生产经营性支出: '0', 工资性收入: '9000' },
};

/** Opens the form of an income, and fills it. */
async function assessing(page: Page, persons: string): Promise<void> {
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('menuitem', { name: '核算收入' }).click();
  for (const [label, value] of Object.entries({ ...income, 人数: persons })) await field(page, label).locator('input').fill(value);
}

describe('what a rule refuses', () => {
  it('is sent as a late report, by who may, once its broken rules are told', async () => {
    const page = await shown.at(path, operator);
    await assessing(page, '5');
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    const offer = form.getByRole('status').filter({ hasText: '可作为补录提交' });
    await offer.getByText('违反下列规则').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'late-report');
    await offer.getByRole('button', { name: '作为补录提交' }).click();
    await page.getByText('由其他单位人员复核确认后生效').first().waitFor();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor();
    await page.context().close();
  });

  it('counts once somebody of another unit confirms it on the file', async () => {
    const page = await shown.at('/', second);
    const tray = page.locator('section.tray').filter({ has: page.getByRole('heading', { name: '待复核的更正与补录 1' }) });
    await tray.getByText('补录', { exact: true }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'desk-to-answer');
    await tray.getByRole('link').first().click();
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor();
    await pictures(page, 'late-report-to-answer');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: '确认补录' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor({ state: 'detached' });
    await page
      .getByText(/1,?800(\.00)?\b/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('stands answered on the desk of who reported it', async () => {
    const page = await shown.at('/', operator);
    const tray = page.locator('section.tray').filter({ has: page.getByRole('heading', { name: '我提出的更正与补录' }) });
    await tray.getByText('已同意').waitFor();
    await tray.getByText('闻人正').waitFor();
    await page.context().close();
  });

  it('is offered to nobody who may not', async () => {
    const page = await shown.at(path, at.staff.operator);
    await assessing(page, '5');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('form .refusal, form [role=alert]').first().waitFor();
    expect(await page.getByText('作为补录提交').count()).toBe(0);
    await page.context().close();
  });
});

describe('what a member of the household wants put right', () => {
  it('is typed in on the file, and answered there by who reviews', async () => {
    const page = await shown.at(path, operator);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('menuitem', { name: '登记更正要求' }).click();
    const form = page.getByRole('dialog');
    await field(page, '农户说明').locator('textarea').fill('收入记多了，去年没有外出务工');
    await field(page, '家庭成员').getByRole('combobox').click();
    await page.locator('.ant-select-item-option').first().click();
    await choose(page, '确认方式', '按手印');
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'correction-requested');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '待答复的更正要求' }).waitFor();
    await page.context().close();

    const reviewing = await shown.at('/', reviewer);
    await reviewing.locator('section.tray').filter({ hasText: '农户的更正要求' }).getByRole('link').first().click();
    await reviewing.getByText('收入记多了，去年没有外出务工').waitFor();
    await pictures(reviewing, 'correction-request-to-answer');
    await reviewing.getByRole('button', { name: '答复更正要求' }).click();
    await choose(reviewing, '处理结果', '不属实');
    await field(reviewing, '答复内容').locator('textarea').fill('经入户核实，收入属实');
    await taken(reviewing);
    await reviewing.getByRole('heading', { name: '待答复的更正要求' }).waitFor({ state: 'detached' });
    await reviewing.context().close();
  });
});
