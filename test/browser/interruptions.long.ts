import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { knownHousehold, knownId } from '../support/importing.js';
import { ClockOfSpec } from '../support/office.js';
import { ProblemOffice } from '../support/problem-office.js';
import { type Colleague, mustBe, newcomer as hired } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { recorded } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

const findings = '西屋漏雨，老人独居，已约下周再来';
const asking = '**/visit-home**';
let before: number;
beforeEach(async () => (before = (await visits()).length));
const visits = () => recorded(office.office, knownHousehold, 'HomeVisited');
const asTyped = { place: 'home', checklist: [], capturedAt: null };

/** A visit typed into its form, and not sent. */
async function typedBy(who: Pick<Colleague, 'login' | 'password'>): Promise<Page> {
  const page = await shown.at(`/households/${knownId}`, who);
  await page.getByRole('button', { name: '登记走访' }).click();
  await page.getByLabel('走访方式').fill('入户');
  await page.getByLabel('走访方式').press('Enter');
  await page.getByLabel('走访情况').fill(findings);
  return page;
}
const send = (page: Page, button = '提交') => page.getByRole('button', { name: button, exact: true }).click();
const typed = (page: Page) => page.getByLabel('走访情况').inputValue();

/** It stands in the log once, as it was typed. */
async function sentOnce(page: Page): Promise<void> {
  await page.getByText(/已登记，日志位置/).waitFor();
  expect((await visits()).slice(before)).toEqual([{ ...asTyped, findings: expect.objectContaining({ value: findings }) }]);
  await page.context().close();
}

describe('a connection that is lost while a command is sent', () => {
  it.each<[when: string, loses: (route: Route) => Promise<void>]>([
    ['before the server has it', (route) => route.abort('connectionreset')],
    [
      'after the server has recorded it',
      async (route) => {
        expect((await route.fetch()).status()).toBe(201);
        await route.abort('connectionreset');
      },
    ],
  ])('%s is told; what was typed stays, and sent again it is recorded once', async (_when, loses) => {
    const page = await typedBy(office.staff.operator);
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => request.url().includes('/visit-home') && keys.push(request.headers()['idempotency-key']));
    await page.route(asking, loses, { times: 1 });
    await send(page);
    await page.getByRole('alert').getByText('不知道是否已登记').waitFor();
    expect(await typed(page)).toBe(findings);
    expect(await barriersOn(page)).toEqual([]);
    await send(page, '再次提交');
    await sentOnce(page);
    expect(keys).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), keys[0]]);
  });

  it('with all of the network is told above the page too', async () => {
    const page = await typedBy(office.staff.operator);
    await page.context().setOffline(true);
    await page.getByText('没有网络').waitFor();
    await send(page);
    await page.getByRole('alert').getByText('不知道是否已登记').waitFor();
    await page.context().setOffline(false);
    await page.getByText('没有网络').waitFor({ state: 'detached' });
    expect(await typed(page)).toBe(findings);
    await send(page, '再次提交');
    await sentOnce(page);
  });
});

describe('a history in which somebody else was first', () => {
  it('is told with who it was and what he recorded; what was typed stays, and can be sent', async () => {
    const page = await typedBy(office.staff.operator);
    const command = { kind: 'housing', met: false, grade: 'C' };
    const asked = { command, envelope: { effectiveOn: '2019-03-01' } };
    await mustBe(201, office.office.ask('POST', `/households/${knownId}/check-guarantee`, asked, office.workers.own.token));
    await send(page);
    const told = page.getByRole('alert').filter({ hasText: '已有他人先行登记' });
    await told.getByText('苗秋菊').waitFor();
    expect(await told.innerText()).toMatch(/住房安全.*C 级/);
    expect(await typed(page)).toBe(findings);
    expect(await barriersOn(page)).toEqual([]);
    await send(page);
    await sentOnce(page);
  });

  it('is told by the rule, where the problem is no longer where it was', async () => {
    await office.lived('ZG-2020-0501', 'found', 'handedOver', 'accepted');
    const page = await shown.at('/', office.staff.operator);
    await page.getByRole('button', { name: '报告整改' }).click();
    await page.getByLabel('整改情况').fill(findings);
    await office.lived('ZG-2020-0501', 'reported');
    await send(page);
    await page.getByRole('alert').getByText('ZG-2020-0501').waitFor();
    expect(await page.getByLabel('整改情况').inputValue()).toBe(findings);
    await page.context().close();
  });
});

describe('a session that is over in the middle of a form', () => {
  /** Gives login and password again, over the page that is still there. */
  async function signInAgain(page: Page, password: string): Promise<void> {
    const asked = page.getByRole('dialog', { name: '请重新登录' });
    await asked.getByLabel('密码', { exact: true }).fill(password);
    expect(await barriersOn(page)).toEqual([]);
    await asked.getByRole('button', { name: '登录' }).click();
  }
  const newcomer = (login: string) => hired(office.office.ask, office.staff, { login, rights: ['record'] });

  it('its token no longer good: one signs in again, and what was typed is there', async () => {
    const { operator } = office.staff;
    const page = await typedBy(operator);
    const spoilt = (route: Route) => {
      const { authorization = '', ...headers } = route.request().headers();
      return route.continue({ headers: { ...headers, authorization: `${authorization}x` } });
    };
    await page.route(asking, spoilt, { times: 1 });
    await send(page);
    await signInAgain(page, operator.password);
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor({ state: 'hidden' });
    expect(await typed(page)).toBe(findings);
    await send(page);
    await sentOnce(page);
  });

  it('withdrawn, as the password was changed elsewhere: the same', async () => {
    const who = await newcomer('careful');
    const page = await typedBy(who);
    const password = 'another phrase of mine 8';
    await mustBe(200, office.office.ask('POST', '/session/password', { current: who.password, password }, who.token));
    await page.evaluate("dispatchEvent(new Event('online'))"); // the session is renewed as the network comes back
    await signInAgain(page, password);
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor({ state: 'hidden' });
    expect(await typed(page)).toBe(findings);
    await send(page);
    await sentOnce(page);
  });

  it('withdrawn, as an administrator gave a temporary password: that is changed first, over the same page', async () => {
    const who = await newcomer('forgetful');
    const page = await typedBy(who);
    const temporary = 'a temporary phrase 3';
    const asked = { command: { password: temporary }, envelope: { effectiveOn: new ClockOfSpec().today() } };
    await mustBe(201, office.office.ask('POST', `/accounts/${who.account}/set-password`, asked, office.staff.admin.token));
    await page.evaluate("dispatchEvent(new Event('online'))");
    await signInAgain(page, temporary);
    await page.getByLabel('当前密码').fill(temporary);
    await page.getByLabel('新密码').fill('a phrase of my own 4');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByLabel('新密码').waitFor({ state: 'detached' });
    expect(await typed(page)).toBe(findings);
    await send(page);
    await sentOnce(page);
  });
});
