import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { atRest } from './support/at-rest.js';
import { Console, phone, signIn } from './support/console.js';
import { recorded } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

const findings = '老人卧床，屋后滑坡，女儿在外务工';

/** A household's head, and a page at its file. */
async function atFile(): Promise<{ page: Page; head: string }> {
  const page = await shown.at(`/households/${knownId}`, office.staff.operator, phone);
  const title = await page.getByRole('heading', { level: 1 }).filter({ hasText: knownHousehold }).innerText();
  return { page, head: title.split(' · ')[0] ?? '' };
}

/** Writes a visit down without a signal. */
async function noted(page: Page, on?: string): Promise<void> {
  await page.getByRole('button', { name: '加入走访' }).click();
  await page.getByRole('button', { name: '已加入走访' }).waitFor();
  await page.goto(`${shown.url}/visits`);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: /^登记走访/ }).click();
  await page.getByLabel('走访情况').fill(findings);
  if (on !== undefined) await page.getByLabel('生效日期').fill(on);
  await page.getByRole('button', { name: '保存走访' }).click();
  await page.getByText('1 条待发送').waitFor();
}

describe('what lies on a device', () => {
  it('of a visit that waits: neither of whom it is nor what was typed, and a key that no script reads out', async () => {
    const { page, head } = await atFile();
    expect(head).toMatch(/^\p{Script=Han}{2,4}$/u);
    await noted(page);
    const stored = await atRest(page);
    for (const secret of [head, knownHousehold, findings, '滑坡']) expect(stored).not.toContain(secret);
    expect(stored).toMatch(/lookback-outbox visits\n0: [\da-f-]{36}\n/);
    expect(stored).toMatch(/lookback-outbox keys\n.*\n0: a key that is kept/);
    await page.context().close();
  });

  it('of a visit that was refused: not why either', async () => {
    const { page, head } = await atFile();
    await noted(page, '2015-02-03');
    await page.context().setOffline(false);
    const why = await page.locator('.refusal').innerText();
    const stored = await atRest(page);
    for (const secret of [head, findings, why, '2015-02-03']) expect(stored).not.toContain(secret);
    await page.context().close();
  });

  it('where no more than its own files are kept of what the server answers, and no name is told to the browser’s history', async () => {
    const { page, head } = await atFile();
    await page.evaluate('navigator.serviceWorker.ready');
    expect(await atRest(page)).not.toContain(head);
    await page.goto(`${shown.url}/people/${office.staff.operator.person ?? ''}`);
    await page.getByRole('heading', { name: '苗春兰' }).waitFor();
    const stored = await atRest(page);
    expect(stored).not.toContain('苗春兰');
    const kept = [...stored.matchAll(/^cached (.*)$/gm)].map(([, path]) => path);
    expect(kept).toContain('/');
    expect(kept.filter((path) => !/^\/($|assets\/|icon\.svg$)/.test(path ?? ''))).toEqual([]);
    await page.context().close();
  });
});

describe('after sign-out', () => {
  it('nobody reads what was on the page, or in the tab; what waits is there for whoever wrote it, and for nobody else', async () => {
    const { page, head } = await atFile();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('登录名').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    for (const text of [await atRest(page), await page.evaluate<string>('document.documentElement.innerHTML')])
      expect(text).not.toContain(head);

    await signIn(page, office.staff.operator.login, office.staff.operator.password);
    await noted(page);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('登录名').waitFor();
    for (const text of [await atRest(page), await page.evaluate<string>('document.documentElement.innerHTML')]) {
      expect(text).not.toContain(head);
      expect(text).not.toContain(findings);
    }
    await page.context().setOffline(false);
    await signIn(page, office.workers.own.login, office.workers.own.password);
    await page.getByText('还没有要走访的农户').waitFor();
    await page.getByText('0 条待发送').waitFor();
    expect(await recorded(office.office, knownHousehold, 'HomeVisited')).toEqual([]);

    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, office.staff.operator.login, office.staff.operator.password);
    await page.getByText(/已登记 @/).waitFor();
    expect(await recorded(office.office, knownHousehold, 'HomeVisited')).toHaveLength(1);
    await page.context().close();
  });
});
