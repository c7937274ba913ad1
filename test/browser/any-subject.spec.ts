import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Receipt } from '@lookback/office/desk';
import { SubjectHistory } from '@lookback/review/history';
import type { Page } from 'playwright-core';
import { mustBe, type Staff, staffed } from '../support/staff.js';
import { toys } from '../support/toys/toys.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { picture } from './support/picture.js';

/* File, history, why and time machine of any kind of subject: a toy that the product does not have, and those of the office. */

let shown: Console;
let staff: Staff;
let well: string;
let page: Page;
beforeAll(async () => {
  shown = await Console.open(toys);
  staff = await staffed(shown.office.ask, shown.office.password);
  const asks = async (path: string, command: object, effectiveOn: string) => {
    const body = { command, envelope: { effectiveOn } };
    return (await mustBe(201, shown.office.ask('POST', `${path}?wait=projected`, body, staff.operator.token))).as(Receipt);
  };
  const dug = { village: '610426001200', depthCm: 900, keeper: '王井生', phone: '13812345678', words: '村东头' };
  well = (await asks('/wells/dig-well', dug, '2018-03-01')).id;
  await asks(`/wells/${well}/test-well`, { safe: false }, '2018-04-01');
  await asks(`/wells/${well}/deepen-well`, { depthCm: 1500 }, '2018-06-01');
  page = await shown.at('/entries?kind=well', staff.auditor);
}, 120_000);
afterAll(() => shown.close());

const fact = (label: string) => page.locator('.fact', { hasText: label });

describe('a toy that is mounted by one line', () => {
  it('is found in the explorer, and its entries lead to its file', async () => {
    await page.getByRole('link', { name: '水井 王井生' }).first().click();
    await page.waitForURL(`**/wells/${well}**`);
    await page.getByRole('heading', { level: 1, name: '王井生' }).waitFor();
  });

  it('shows facts, why each is so, and its history as sentences', async () => {
    await fact('井深').getByText('1500').waitFor();
    await fact('联系电话').getByText('138******78').waitFor();
    await fact('井深').hover();
    await fact('井深').getByRole('button').click();
    await page.getByRole('dialog').getByText('加深至 1500 厘米。').waitFor();
    await page.keyboard.press('Escape');
    const sentences = page.getByRole('main').locator('article .entry-sentence');
    expect(await sentences.allTextContents()).toEqual(['加深至 1500 厘米。', '水质不合格。', '永安村委会打井，深 900 厘米。']);
    expect(await barriersOn(page)).toEqual([]);
    await picture(page, 'toy-file.zh');
  });

  it('is drawn its form, refused beside the field by its own rule, and shows what was recorded', async () => {
    const recording = await shown.at(`/wells/${well}`, staff.operator);
    await recording.getByRole('button', { name: '登记' }).click();
    await recording.getByRole('menuitem', { name: '加深水井' }).click();
    const form = recording.getByRole('dialog');
    await form.getByLabel('井深（厘米）').fill('９00');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('水井深 1500 厘米，不能再浅。').waitFor();
    await picture(recording, 'toy-form.zh');
    await form.getByLabel('井深（厘米）').fill('1,600');
    await form.getByRole('button', { name: '提交' }).click();
    await recording.locator('.fact', { hasText: '井深' }).getByText('1600').waitFor();
    await recording.context().close();
  });

  it('has its list, with filters, orders and an export, and a place in the navigation', async () => {
    const looking = await shown.at('/', staff.operator);
    await looking.getByRole('link', { name: '水井台账' }).click();
    await looking.getByRole('heading', { level: 1, name: '水井台账' }).waitFor();
    await looking.getByText('1,600').first().waitFor();
    expect(await barriersOn(looking)).toEqual([]);
    await picture(looking, 'toy-list.zh');
    await looking.context().close();
  });

  it('reads so in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await fact('safe water').getByText('no', { exact: true }).waitFor();
    await page.locator('article .entry-sentence', { hasText: 'It was made 1500 cm deep.' }).waitFor();
    await picture(page, 'toy-file.en');
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('is led to one entry of its history by a link', async () => {
    const { entries } = (await mustBe(200, shown.office.ask('GET', `/wells/${well}/history`, undefined, staff.auditor.token))).as(
      SubjectHistory,
    );
    const anchor = `entry-${entries[1]?.position ?? 0}`;
    await page.goto(`${shown.url}/wells/${well}#${anchor}`);
    await page.locator(`#${anchor}:focus`).waitFor();
  });

  it('is as it was on a day, and says so', async () => {
    await page.goto(`${shown.url}/wells/${well}?at=2018-05-01`);
    await fact('井深').getByText('900', { exact: true }).waitFor();
  });

  it('has a time machine: both states, what changed, and when', async () => {
    await page.goto(`${shown.url}/wells/${well}/time?at=2018-07-01&fromAt=2018-05-01&field=depth`);
    const row = page.locator('table.states tr', { hasText: '井深' });
    await row.locator('.changed-mark').waitFor();
    expect(await row.locator('td').allInnerTexts()).toEqual([expect.stringContaining('900'), expect.stringContaining('1500')]);
    await page.locator('.field-changes li').nth(1).getByText('加深至 1500 厘米。').waitFor();
    await picture(page, 'toy-time.zh');
  });
});

describe('the subjects of the office', () => {
  it.each([
    ['an official', () => `/people/${staff.operator.person ?? ''}`, '工作地区', '任职'],
    ['a unit', () => `/units/${staff.units.township}`, '工作区域', '单位'],
    ['standards', () => '/standards/CN', '地区', '标准'],
    ['divisions', () => '/regions/610426', '县（区）', '区划'],
  ])('%s has a file with its history and a time machine', async (_, path, label) => {
    const own = await shown.at(path(), staff.admin);
    await own.locator('.fact', { hasText: label }).first().waitFor();
    await own.getByRole('main').locator('article .entry-sentence').first().waitFor();
    await own.getByRole('link', { name: '时间机' }).click();
    await own.locator('table.states').waitFor();
    await own.close();
  });

  it('an account has a file that its row leads to', async () => {
    const own = await shown.at('/accounts', staff.admin);
    await own.getByRole('link', { name: 'operator', exact: true }).click();
    await own.getByRole('heading', { level: 1, name: 'operator' }).waitFor();
    await own.locator('.fact', { hasText: '登录名' }).waitFor();
    await own.close();
  });
});
