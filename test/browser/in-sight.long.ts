import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { ProblemOffice } from '../support/problem-office.js';
import { until } from '../support/until.js';
import { barriersOn } from './support/accessible.js';
import { Console, signIn } from './support/console.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

describe('counts on a page that is open', () => {
  const problems = (page: Page, count: number) => page.getByRole('link', { name: `${String(count)} 全部问题`, exact: true }).waitFor();
  const seen = (page: Page, state: 'visible' | 'hidden') =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'))`);
  const isLive = (request: Request) => new URL(request.url()).pathname === '/live';

  it('are those of now whenever something happens; out of sight the page lets go of its line, and takes it up again', async () => {
    const page = await shown.door('/counts');
    const lines: string[] = [];
    page.on('request', (request) => isLive(request) && lines.push('taken up'));
    page.on('requestfailed', (request) => isLive(request) && lines.push('let go'));
    await page.getByLabel('登录名').fill(office.staff.auditor.login);
    await page.getByLabel('密码', { exact: true }).fill(office.staff.auditor.password);
    await page.getByRole('button', { name: '登录' }).click();
    await problems(page, 0);
    await until('the line', () => (lines.length > 0 ? true : undefined));
    await office.lived('ZG-2020-0701', 'found');
    await problems(page, 1);

    await seen(page, 'hidden');
    await until('that the line is let go', () => (lines.at(-1) === 'let go' ? true : undefined));
    await office.lived('ZG-2020-0702', 'found');
    await problems(page, 1);
    await seen(page, 'visible');
    await problems(page, 2);
    expect(lines.at(-1)).toBe('taken up');
    await page.context().close();
  });

  it('are those of now where something happened before the line stood', async () => {
    const page = await shown.door('/counts');
    let stand = (): void => undefined;
    const held = new Promise<void>((go) => (stand = go));
    await page.route('**/live', (route) => held.then(() => route.continue()));
    await signIn(page, office.staff.auditor.login, office.staff.auditor.password);
    await problems(page, 2);
    await office.lived('ZG-2020-0703', 'found');
    stand();
    await problems(page, 3);
    await page.context().close();
  });
});

describe('an address that is not one’s own', () => {
  it('says once which right it takes, and asks the server for nothing of it', async () => {
    const page = await shown.at('/', office.staff.admin);
    const asked: string[] = [];
    page.on('request', (request) => request.resourceType() === 'fetch' && asked.push(new URL(request.url()).pathname));
    await page.goto(`${shown.url}/counts`);
    await page.getByRole('heading', { name: '没有权限查看' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('登记、审核');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(asked.filter((path) => /counts|problems|helpers/.test(path))).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: '回到我的工作台' }).click();
    await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    await page.context().close();
  });
});
