import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { until } from '../support/until.js';
import { Console, signIn } from './support/console.js';
import { recorded } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

const sixMinutes = 6 * 60_000;

/** Records a visit from a household's page, which is told first what was recorded of the household while it stood open. */
async function visits(page: Page, findings: string): Promise<void> {
  await page.getByRole('button', { name: '登记走访' }).click();
  await page.getByLabel('走访方式').fill('入户');
  await page.getByLabel('走访方式').press('Enter');
  await page.getByLabel('走访情况').fill(findings);
  const send = () => page.getByRole('button', { name: '提交', exact: true }).click();
  await send();
  await page.getByRole('alert').filter({ hasText: '已有他人先行登记' }).waitFor();
  await send();
  await page.getByText(/已登记，日志位置/).waitFor();
}

it(
  'two pages of one browser that stay in sight for six minutes hold one connection, hear what happens, and can both act',
  async () => {
    const first = await shown.door(`/households/${knownId}`);
    const under = new Set<Request>();
    first.context().on('request', (request) => under.add(request));
    first.context().on('requestfinished', (request) => under.delete(request));
    first.context().on('requestfailed', (request) => under.delete(request));
    await signIn(first, office.staff.operator.login, office.staff.operator.password);
    const second = await first.context().newPage();
    await second.goto(`${shown.url}/households/${knownId}`);
    const counts = await first.context().newPage();
    await counts.goto(`${shown.url}/counts`);
    const began = Date.now();
    await until('six minutes', () => (Date.now() - began > sixMinutes ? true : undefined), 2 * sixMinutes);
    expect([...under].map((request) => new URL(request.url()).pathname)).toEqual(['/live']);
    await office.lived('ZG-2020-0801', 'found');
    await counts.getByRole('link', { name: '1 全部问题', exact: true }).waitFor();
    await visits(first, '西屋漏雨');
    await visits(second, '已修好');
    expect(await recorded(office.office, knownHousehold, 'HomeVisited')).toHaveLength(2);
    await counts.getByRole('link', { name: '农户查询' }).click();
    await counts.getByText('共 11 行').waitFor();
    await first.context().close();
  },
  3 * sixMinutes,
);
