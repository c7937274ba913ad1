import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Request, Route } from 'playwright-core';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { type Colleague, county, mustBe, newcomer, postedOn } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { clippedOn } from './support/clipped.js';
import { Console, phone, signIn } from './support/console.js';
import { pictures } from './support/picture.js';
import { recorded } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

const visits = () => recorded(office.office, knownHousehold, 'HomeVisited');
let before: number;
beforeEach(async () => (before = (await visits()).length));

/** A phone without a signal, with a household taken along. */
async function onRound(who: Pick<Colleague, 'login' | 'password'> = office.staff.operator): Promise<Page> {
  const page = await shown.at(`/households/${knownId}`, who, phone);
  await page.getByRole('button', { name: '加入走访' }).click();
  await page.getByRole('button', { name: '已加入走访' }).waitFor();
  await page.goto(`${shown.url}/visits`);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.context().setOffline(true);
  return page;
}

/** Writes a visit down; whoever has to say more than its words says it before they are kept. */
async function noted(page: Page, findings: string, also: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await page.getByRole('button', { name: /^登记走访/ }).click();
  await page.getByLabel('走访情况').fill(findings);
  await also(page);
  await page.getByRole('button', { name: '保存走访' }).click();
}
const on = (day: string) => (page: Page) => page.getByLabel('生效日期').fill(day);
const waits = (page: Page, count: number) => page.getByText(`${String(count)} 条待发送`).waitFor();
const mend = (page: Page) => page.getByRole('button', { name: '修改' }).click();

describe('a visit that is wrong', () => {
  it('in its day is refused beside it, on the device or by the record; mended, it is recorded once', async () => {
    const page = await onRound();
    await noted(page, '屋顶已修好', on(''));
    await page.getByText('请填写走访日期').waitFor();
    expect(await page.getByLabel('走访情况').inputValue()).toBe('屋顶已修好');
    await on('2099-01-01')(page);
    await page.getByRole('button', { name: '保存走访' }).click();
    await waits(page, 1);
    await page.context().setOffline(false);
    await page.locator('.refusal').getByText('生效日期 2099-01-01 晚于今天').waitFor();
    await pictures(page, 'visit-refused');
    await mend(page);
    await page.locator('.refused', { hasText: '生效日期' }).getByText('晚于今天').waitFor();
    expect([...(await barriersOn(page)), ...(await clippedOn(page))]).toEqual([]);
    await on('2018-06-01')(page);
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByText(/已登记 @/).waitFor();
    expect(await visits()).toHaveLength(before + 1);
    await page.context().close();
  });

  it('in its length is refused beside it, and not a letter is cut off', async () => {
    const long = '很'.repeat(4001);
    const page = await onRound();
    await noted(page, long);
    await waits(page, 1);
    await page.context().setOffline(false);
    await page.locator('.refusal').getByText('“走访情况”超过 4000 个字').waitFor();
    await mend(page);
    expect(await page.getByLabel('走访情况').inputValue()).toBe(long);
    await page.locator('.refused', { hasText: '走访情况' }).getByText('超过 4000 个字').waitFor();
    await page.context().close();
  });
});

it('a right that ends while one is on the road refuses the visit, says which, and keeps what was written', async () => {
  const { ask } = office.office;
  const { admin } = office.staff;
  const who = await newcomer(ask, office.staff, { login: 'moved.away', rights: ['record'] });
  const page = await onRound(who);
  await noted(page, '已搬到新房');
  await waits(page, 1);
  const revoked = { command: { right: 'record', regions: [county] }, envelope: { effectiveOn: postedOn } };
  await mustBe(201, ask('POST', `/accounts/${who.account}/revoke-right`, revoked, admin.token));
  const bearer = (request: Request) => request.headers()['authorization'];
  const former = page.waitForRequest('**/session/renew').then(bearer);
  // Only what is sent with the rights of the day on which it is sent gets through.
  await page.route('**/visit-home**', async (route) => (bearer(route.request()) === (await former) ? route.abort() : route.continue()));
  await page.context().setOffline(false);
  await page.locator('.refusal').getByText('没有此权限').waitFor();
  await mend(page);
  expect(await page.getByLabel('走访情况').inputValue()).toBe('已搬到新房');
  await page.getByRole('dialog').getByRole('alert').getByText('没有此权限').waitFor();
  expect(await visits()).toHaveLength(before);
  await page.context().close();
});

it('a tab that is closed while it sends, and two that are opened after it, record the visit once', async () => {
  const page = await onRound();
  const context = page.context();
  await noted(page, '老人在家，用水正常');
  await waits(page, 1);
  const sent = new Promise<void>((done, failed) => {
    // The answer never comes.
    const arrives = (route: Route) => route.fetch().then(() => { done(); }, failed); // prettier-ignore
    void page.route('**/visit-home**', arrives, { times: 1 });
  });
  await context.setOffline(false);
  await sent;
  await page.close();
  expect(await visits()).toHaveLength(before + 1);
  const { login, password } = office.staff.operator;
  const tabs = [await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) await tab.goto(`${shown.url}/visits`);
  await signIn(tabs[0], login, password); // the other tab is told who is signed in
  for (const tab of tabs)
    await tab
      .getByText(/已登记 @/)
      .first()
      .waitFor();
  expect(await visits()).toHaveLength(before + 1);
  await context.close();
});

it('the header says of which day the round is, and where the log stands as far as that is known', async () => {
  const page = await onRound();
  await page.locator('.as-of').getByText('截至').waitFor();
  await page.getByText(/户主姓名截至 .*，日志位置 @\d+/).waitFor();
  await page.reload();
  await page.locator('.as-of').getByText('日志位置未知').waitFor();
  await page.context().setOffline(false);
  await page
    .locator('.as-of')
    .getByText(/日志位置 @\d+/)
    .waitFor();
  await page.context().close();
});
