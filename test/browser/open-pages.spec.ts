import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { knownFile, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { mustBe, newcomer } from '../support/staff.js';
import { until } from '../support/until.js';
import { barriersOn } from './support/accessible.js';
import { Console, desk, signIn } from './support/console.js';
import { pictures } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
const number = 'ZG-2018-0001';
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  for (let nth = 11; nth < 31; nth++) await office.lived(`ZG-2018-00${String(nth)}`, 'found');
  await office.lived(number, 'found', 'handedOver', 'accepted', 'reported', 'verified', 'satisfied', 'cancelled');
});
afterAll(() => shown.close());

/** Another tab of a browser, at an address. */
async function tab(browser: BrowserContext, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(shown.url + path);
  return page;
}
const atDesk = (page: Page) => page.getByRole('heading', { name: '我的工作台' }).waitFor();
const atDoor = (page: Page) => page.getByLabel('登录名').waitFor();
const isAsked = (path: string) => (request: Request) => new URL(request.url()).pathname === path;

describe('the tabs of one browser', () => {
  const hired = (login: string) => newcomer(office.office.ask, office.staff, { login, rights: ['record'] });

  it('are signed in together, hear of the log over one connection, and are signed out together', async () => {
    const first = await shown.at('/', office.staff.auditor);
    const lines = { open: 0, all: 0 };
    first.context().on('request', (request) => {
      if (isAsked('/live')(request)) lines.all = ++lines.open;
    });
    first.context().on('requestfailed', (request) => {
      if (isAsked('/live')(request)) lines.open--;
    });
    const others = await Promise.all(
      ['/counts', '/counts', '/counts', '/log', '/log', '/log', '/entries'].map((path) => tab(first.context(), path)),
    );
    const [counts] = others;
    if (!counts) throw new Error('there is no tab');
    const before = await counts.getByRole('link', { name: /全部问题$/ }).innerText();
    await office.lived('ZG-2020-0901', 'found');
    await until('the count of now', async () =>
      (await counts.getByRole('link', { name: /全部问题$/ }).innerText()) === before ? undefined : true,
    );
    expect(lines.open).toBeLessThan(2);
    const kept = JSON.parse(await first.evaluate<string>(`sessionStorage.getItem('lookback.session')`)) as { token: string };
    await others[3]?.getByRole('button', { name: '退出' }).click();
    for (const page of [first, ...others]) await atDoor(page);
    await until('the server to take the token no more', async () =>
      (await office.office.ask('GET', '/session', undefined, kept.token)).status === 401 ? true : undefined,
    );
    expect(await first.evaluate('sessionStorage.length')).toBe(0);
    await first.context().close();
  });

  it('go on when a password was changed in one of them, and when another has renewed the session', async () => {
    const who = await hired('two.tabs');
    const first = await shown.at('/', who);
    const second = await tab(first.context(), '/');
    await atDesk(second);
    await second.getByRole('button', { name: who.login }).click();
    await second.getByLabel('当前密码').fill(who.password);
    await second.getByLabel(/^新密码/).fill('another phrase of mine 8');
    await second.getByRole('button', { name: '修改密码' }).click();
    await second.getByLabel('当前密码').waitFor({ state: 'detached' });
    const renewed: Request[] = [];
    first.context().on('request', (request) => isAsked('/session/renew')(request) && renewed.push(request));
    for (const page of [first, second]) await page.evaluate("dispatchEvent(new Event('online'))");
    await until('a renewal', () => (renewed.length > 0 ? true : undefined));
    for (const page of [first, second]) {
      await page.getByRole('link', { name: '农户查询' }).click();
      await page.getByText('共 11 行').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
    await first.context().close();
  });

  it('an answer to a token that another tab has replaced meanwhile is asked for again', async () => {
    const who = await hired('late.answer');
    const page = await shown.at('/', who);
    const next = (await mustBe(200, office.office.ask('POST', '/session', { login: who.login, password: who.password }))).text;
    await page.route('**/registers/households?**', async (route) => {
      if (route.request().headers()['authorization'] === `Bearer ${(JSON.parse(next) as { token: string }).token}`) return route.continue();
      await page.evaluate(`new BroadcastChannel('lookback.session').postMessage({ opened: ${next} })`);
      return route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"status":401,"title":"over","titleZh":"over"}',
      });
    });
    await page.getByRole('link', { name: '农户查询' }).click();
    await page.getByText('共 11 行').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });
});

describe('whoever leaves a page', () => {
  it('takes with him what it asked for: nothing is left to hold a connection', async () => {
    const page = await shown.at('/', office.staff.auditor);
    const asked = ['/entries/facets', '/entries', '/entries/export.xlsx'];
    await page.route(
      ({ pathname }) => asked.includes(pathname),
      () => undefined, // never answered
    );
    const left = new Set<string>();
    page.on('requestfailed', (request) => left.add(new URL(request.url()).pathname));
    await page.getByRole('link', { name: '事件查询' }).click();
    const exporting = page.waitForRequest(isAsked('/entries/export.xlsx'));
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await exporting;
    await page.getByRole('link', { name: '我的工作台' }).click();
    await until('that all is cancelled', () => (asked.every((path) => left.has(path)) ? true : undefined));
    await page.context().close();
  });

  it('is asked first where a form is filled: by its cross, by Esc, by a link, by the way out; Esc closes an untouched one', async () => {
    const page = await shown.at('/households', office.staff.operator);
    await page.getByRole('link', { name: knownFile, exact: true }).click();
    const form = page.getByRole('dialog').filter({ has: page.getByLabel('走访情况') });
    const asks = page.getByRole('dialog').filter({ hasText: '已填写的内容不会保留' });
    const open = () => page.getByRole('button', { name: '登记走访' }).click();
    await open();
    await page.getByLabel('走访情况').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await open();
    await page.getByLabel('走访情况').fill('西屋漏雨');
    const ways = [
      () => page.keyboard.press('Escape'),
      () => form.getByRole('button', { name: /Close|关闭/ }).click(),
      () => page.evaluate('document.querySelector(\'.navigation a[href="/problems"]\').click()'),
      () => page.evaluate("[...document.querySelectorAll('.bar .quiet')].at(-1).click()"),
      () => page.evaluate('history.back()'),
    ];
    for (const way of ways) {
      await way();
      await asks.waitFor();
      if (way === ways[0]) {
        await pictures(page, '8-leaving');
        expect(await barriersOn(page)).toEqual([]);
      }
      await asks.getByRole('button', { name: '继续填写' }).click();
      await asks.waitFor({ state: 'detached' });
      expect(await page.getByLabel('走访情况').inputValue()).toBe('西屋漏雨');
    }
    const closing = page.waitForEvent('dialog');
    void page.close({ runBeforeUnload: true });
    const dialog = await closing;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await page.getByLabel('走访情况').fill('');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await open();
    await page.getByLabel('走访情况').fill('西屋漏雨');
    await page.keyboard.press('Escape');
    await asks.getByRole('button', { name: '离开' }).click();
    await form.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('an address', () => {
  it('brings what its anchor names into sight, though it comes late, and keeps it as the moment is told', async () => {
    const page = await shown.door(`/households/${knownId}?at=2019-06-30#problem-${number}`);
    await signIn(page, office.staff.auditor.login, office.staff.auditor.password);
    const problem = page.locator(`#problem-${number}`);
    await problem.waitFor();
    await until('the problem in sight', async () => {
      const box = await problem.boundingBox();
      return box && box.y > 0 && box.y + box.height < desk.viewport.height ? true : undefined;
    });
    expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
    await page.waitForURL(/known=@\d+#problem-/);
    await page.context().close();
  });

  it('that filters by a person or a unit shows its name', async () => {
    const { staff } = office;
    const page = await shown.at(`/problems?person=${staff.operator.person ?? ''}&unit=${staff.units.township}`, staff.auditor);
    const filters = page.locator('.filter-fields');
    await filters.getByText('苗春兰 · ').waitFor();
    await filters.getByText(/^监军街道办事处/).waitFor();
    await pictures(page, '8-person-filter');
    await page.context().close();
  });
});

describe('the console begins', () => {
  it('with the regions of one’s own account', async () => {
    const page = await shown.at('/households', office.staff.operator);
    await page.getByText('共 11 行').waitFor();
    await page.getByLabel('区域').click();
    const first = page.locator('.ant-select-item-option').first();
    await first.waitFor();
    expect(await first.innerText()).toContain('永寿县 610426');
    await page.context().close();
  });

  it.each([
    ['en-GB', '登录', 'Sign in'],
    ['zh-TW', 'Sign in', '登录'],
    ['fr-FR', 'Sign in', '登录'],
  ])('in the language of a browser in %s, until somebody chooses', async (locale, other, own) => {
    const page = await shown.door('/', { ...desk, locale });
    await page.getByRole('button', { name: own }).waitFor();
    await page.locator('[lang]:not(html)').first().click();
    await page.reload();
    await page.getByRole('button', { name: other }).waitFor();
    await page.context().close();
  });
});

describe('a problem whose number is cancelled', () => {
  it('can be reopened from the menu of its row, and not by its main act', async () => {
    const page = await shown.at('/problems?status=cancelled', office.workers.inspector);
    const row = page.getByRole('row').filter({ hasText: number });
    await row.waitFor();
    expect(await row.locator('.act').count()).toBe(0);
    await row.getByRole('button', { name: new RegExp(number) }).click();
    await page.getByRole('menuitem', { name: '恢复编号' }).click();
    await page.getByRole('dialog').getByLabel(/^反弹/).waitFor();
    await page.context().close();
  });
});
