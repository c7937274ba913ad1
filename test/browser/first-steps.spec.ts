import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn } from './support/accessible.js';
import { Console, phone } from './support/console.js';
import { begun, engaged, officials, withUnits } from './support/county.js';
import { choose, field, form, own, send } from './support/forms.js';
import { until } from '../support/until.js';
import { pictures } from './support/picture.js';

/* The first steps of a county, from nothing; `county.long.ts` goes on to its first problem verified. */

let shown: Console;
let admin: Page;
beforeAll(async () => {
  shown = await Console.open();
});
afterAll(() => shown.close());

it('the first administrator is led from the first password to the first step', async () => {
  admin = await begun(shown);
});

it('units: what is typed wrong is told beside its field, and a unit that is likely there already is shown first', async () => {
  await withUnits(admin);
});

it('an official is registered today, posted from years ago, and given an account in a role, each in one form', async () => {
  await engaged(shown, admin, officials.operator);
});

it('a namesake is shown before a second one is recorded, and told apart in the list afterwards', async () => {
  await admin.goto(`${shown.url}/people`);
  await admin.getByRole('button', { name: '登记干部' }).click();
  await field(admin, '姓名').getByRole('textbox').fill('苗 春兰');
  await field(admin, '联系电话').getByRole('textbox').fill('13900000009');
  await choose(admin, '任职区域', '永寿县 610426');
  await field(admin, '身份已核实').getByRole('radio', { name: '否' }).check();
  await send(admin);
  const likely = form(admin).getByRole('alert');
  await likely.getByText(/姓名相同.*扶贫专干 监军街道办事处.*0002/).waitFor();
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-likely');
  await field(admin, '姓名').getByRole('textbox').fill('苗春兰');
  await send(admin);
  await form(admin).getByRole('button', { name: '不是同一个，仍然登记' }).click();
  await admin.getByRole('heading', { name: '苗春兰' }).waitFor();
  await admin.goto(`${shown.url}/people`);
  await admin.getByRole('button', { name: '清除筛选' }).click(); // the list is as it was left: of those without a post
  await admin.getByLabel('按姓名查找').fill('苗春兰');
  const ends = async () =>
    (await admin.getByRole('row').filter({ hasText: '苗春兰' }).allInnerTexts()).map((row) => /000\d\b/.exec(row)?.[0]);
  await admin.getByRole('row').filter({ hasText: '卞玉书' }).waitFor({ state: 'hidden' });
  // Rows go while the list is asked again.
  await until('both namesakes', async () => (String((await ends()).sort()) === '0002,0009' ? true : undefined));
});

it('on a phone the steps can be read and taken', async () => {
  const page = await shown.at('/first-steps', { login: 'admin', password: own('admin') }, phone);
  await page.getByText('在职 1 人').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await pictures(page, '7-first-steps-phone');
  await page.context().close();
});
