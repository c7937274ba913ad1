import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { excerptBytes, knownHousehold, knownId, listedOn } from '../support/importing.js';
import { Console } from './support/console.js';
import { begun, engaged, type Official, officials, step, withUnits } from './support/county.js';
import { choose, entered, field, own, taken } from './support/forms.js';
import { recorded } from './support/recorded.js';

/* A county is set up from nothing, and its first problem verified by another unit: nothing is done but by the console. */

let shown: Console;
let admin: Page;
beforeAll(async () => {
  shown = await Console.open();
});
afterAll(() => shown.close());

it('the administrator registers units and is shown what is missing', async () => {
  admin = await begun(shown);
  await withUnits(admin);
});

it.each<Official>(Object.values(officials))('$name is registered, posted and given an account as $role', async (one) => {
  await engaged(shown, admin, one);
});

it('the office stands but for its lists, which the operator takes over', async () => {
  await admin.goto(`${shown.url}/first-steps`);
  await admin.getByText('在职 3 人，未任职 0 人').waitFor();
  expect(await step(admin, '开通账号并授予角色').locator('h2').innerText()).toContain('已完成');
  expect(await step(admin, '导入名册').locator('h2').innerText()).toContain('待办');
  const page = await entered(shown, 'operator');
  await page.getByRole('link', { name: '名册导入' }).click();
  await page.getByLabel('名册日期').fill(listedOn);
  await page
    .getByLabel('Excel 文件')
    .setInputFiles({ name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(excerptBytes()) });
  await page.getByRole('button', { name: '正式接收' }).click();
  await page.getByText(/未接收 0/).waitFor();

  await page.goto(`${shown.url}/households/${knownId}`);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('menuitem', { name: '登记问题' }).click();
  await field(page, '问题编号').getByRole('textbox').fill('ZG-2020-0001');
  await choose(page, '问题来源', '群众反映');
  await choose(page, '问题类别', '政策落实');
  await choose(page, '发现层级', '乡镇级');
  await field(page, '问题描述').getByRole('textbox').fill('东侧屋顶漏雨');
  await field(page, '生效日期').getByRole('textbox').fill('2020-03-01');
  await taken(page);
  await page.context().close();
  await admin.reload();
  await admin.getByText('建档立卡名册：已导入').waitFor();
  expect(await step(admin, '导入名册').locator('h2').innerText()).toContain('已完成');
});

it('the problem is handed over, reported by the township, and verified by a department', async () => {
  const leader = await entered(shown, 'leader');
  await leader.goto(`${shown.url}/problems`);
  await leader.getByRole('row').filter({ hasText: 'ZG-2020-0001' }).getByRole('button', { name: '交办' }).click();
  await choose(leader, '责任领导', '骆长河');
  await choose(leader, '责任单位', '监军街道办事处');
  await choose(leader, '责任人', '苗春兰');
  await field(leader, '整改措施').getByRole('textbox').fill('翻修东侧屋顶');
  await field(leader, '整改时限').getByRole('textbox').fill('2020-06-30');
  await field(leader, '生效日期').getByRole('textbox').fill('2020-03-02');
  await taken(leader);
  await leader.context().close();

  const operator = await shown.at('/', { login: 'operator', password: own('operator') });
  await operator
    .getByRole('button', { name: '报告整改' })
    .or(operator.getByRole('button', { name: '接收交办' }))
    .first()
    .waitFor();
  await operator.goto(`${shown.url}/problems`);
  await act(operator, '报告整改');
  await field(operator, '整改情况').getByRole('textbox').fill('屋顶已翻修，雨天查看不漏');
  await field(operator, '生效日期').getByRole('textbox').fill('2020-04-01');
  await taken(operator);
  await operator.context().close();

  const verifier = await entered(shown, 'verifier');
  await verifier.goto(`${shown.url}/problems`);
  await act(verifier, '核查');
  await field(verifier, '整改是否到位').getByRole('radio', { name: '是' }).check();
  await field(verifier, '是否实地核查').getByRole('radio', { name: '是' }).check();
  await field(verifier, '生效日期').getByRole('textbox').fill('2020-04-10');
  await taken(verifier);
  await verifier.getByRole('row').filter({ hasText: 'ZG-2020-0001' }).getByText('核查通过').waitFor();
  const verified = await recorded<{ inPlace: boolean }>(shown.office, knownHousehold, 'RectificationVerified');
  expect(verified).toHaveLength(1);
  await verifier.context().close();
});

/** Opens an act on the only problem: it stands in its row, or in the row's menu. */
async function act(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'ZG-2020-0001' });
  await row.getByText('ZG-2020-0001').first().waitFor();
  const main = row.getByRole('button', { name, exact: true });
  if ((await main.count()) > 0) return main.click();
  await row.getByRole('button').last().click();
  await page.getByRole('menuitem', { name }).click();
}
