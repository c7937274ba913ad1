import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownFile, knownHousehold } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { county } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console, signIn } from './support/console.js';
import { choose, refused, send } from './support/forms.js';
import { Keyboard } from './support/keyboard.js';
import { pictures } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  await office.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted', 'reported', 'verified', 'satisfied', 'cancelled');
});
afterAll(() => shown.close());

describe('an auditor looks back, by keyboard alone', () => {
  it('drags to a past day, switches the clock, sees what was not yet known, asks why, and hands the link on', async () => {
    const keys = await Keyboard.atDesk(shown, office.staff.auditor);
    const { page } = keys;
    await keys.press(/^农户查询$/);
    await page.getByRole('heading', { name: '农户查询' }).waitFor();
    await keys.type(/^按姓名/, knownHousehold);
    await page.getByText('共 1 行').waitFor();
    await keys.press(new RegExp(`^${knownFile}$`));
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await page.getByRole('button', { name: '登记走访' }).count()).toBe(0);
    await keys.press(/^时间机$/);
    await page.getByRole('slider', { name: /^B/ }).waitFor();
    await keys.to(/^B /);
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await page.getByText('项有变化').waitFor();
    expect(await page.getByRole('slider', { name: /^B/ }).getAttribute('aria-valuetext')).toMatch(/^2018-07-1/);

    await keys.press(/^按录入时间$|^按发生时间$/, 'ArrowRight');
    await keys.to(/^B /);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await page.getByText(/当时尚未录入的有 \d+ 条/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await keys.press(/^为什么：问题 ZG-2018-0001$/);
    await page.getByRole('dialog').getByText('骆长河').first().waitFor();
    await pictures(page, '3-time-machine-why');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await keys.press(/^复制链接$/);
    await pictures(page, '3-time-machine');

    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(link).toMatch(/at=2018-07-1\d&known=@\d+/);
    const elsewhere = await (await shown.person()).newPage();
    await elsewhere.goto(link);
    await signIn(elsewhere, office.staff.auditor.login, office.staff.auditor.password);
    await elsewhere.getByText(await page.getByText('项有变化').innerText()).waitFor();
    expect(await seen(elsewhere)).toBe(await seen(page));
    for (const one of [page, elsewhere]) await one.context().close();
  });
});

describe('a leader asks for figures', () => {
  it('drills to a village, to its households, and to the entries behind a figure', async () => {
    const page = await shown.at('/counts', office.workers.handler);
    await page.getByRole('link', { name: '监军街道' }).click();
    await page.getByRole('link', { name: '永安村委会' }).click();
    await page.getByRole('link', { name: '已脱贫' }).click();
    await pictures(page, '4-counts');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: '为什么：户数' }).click();
    await page.getByRole('dialog').locator('summary').first().click();
    await page.getByRole('dialog').getByText('由名册接收').first().waitFor();
    await pictures(page, '4-receipt');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '查看农户' }).click();
    await page.getByRole('link', { name: knownFile }).waitFor();
    expect(new URL(page.url()).search).toContain('village=610426001200&standing=exited');
    await page.context().close();
  });
});

describe('a leader types an address', () => {
  it.each([
    ['/counts?region=here', /区域“here”：格式不符/],
    ['/counts?standing=rich', /状态“rich”/],
  ])('%s: what cannot be used is said', async (path, said) => {
    const page = await shown.at(path, office.workers.handler);
    await page.getByRole('alert').getByText(said).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  it.each(['/counts?region=999999', '/households?village=610426001200&standing=returned&attribute=five-guarantees'])(
    '%s: what leaves nothing leads back to all',
    async (path) => {
      const page = await shown.at(path, office.workers.handler);
      const none = page.locator('.empty', { hasText: '没有符合条件的农户' });
      expect(await barriersOn(page)).toEqual([]);
      await none.getByRole('button', { name: '清除筛选' }).click();
      await none.waitFor({ state: 'detached' });
      await page
        .getByText(path.startsWith('/counts') ? '户数' : '共 11 行')
        .first()
        .waitFor();
      await page.context().close();
    },
  );
});

describe('an inspector traces who answers for it', () => {
  it('from an entry to a person’s record, and the problems in which he had a duty', async () => {
    const page = await shown.at('/entries', office.workers.inspector);
    await page
      .getByRole('button', { name: /RectificationReported|报告/ })
      .first()
      .click();
    await page.getByRole('link', { name: '苗春兰' }).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '5-explorer');
    await page.getByRole('link', { name: '苗春兰' }).first().click();
    await page.getByRole('heading', { name: '任职经历' }).waitFor();
    await page.getByRole('link', { name: 'ZG-2018-0001' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '5-record');
    await page.context().close();
  });

  it('by links that do not load the console again, and that open beside it where that is asked for', async () => {
    const page = await shown.at('/entries', office.workers.inspector);
    let loads = 0;
    page.on('load', () => loads++);
    const link = page.getByRole('link', { name: '苗春兰' }).first();
    const opened = page.context().waitForEvent('page');
    await link.click({ modifiers: ['ControlOrMeta'] });
    await opened;
    expect(new URL(page.url()).pathname).toBe('/entries');
    await link.click();
    await page.getByRole('link', { name: 'ZG-2018-0001' }).click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}#problem-ZG-2018-0001$/);
    expect(loads).toBe(0);
    await page.context().close();
  });
});

describe('an administrator grants a right', () => {
  it('and sees it take effect; who may not sees nothing of it', async () => {
    const admin = await shown.at('/accounts', office.staff.admin);
    await admin.getByRole('button', { name: '开通账号' }).click();
    await admin
      .getByRole('dialog')
      .getByLabel(/^登录名/)
      .fill('newcomer');
    await admin
      .getByRole('dialog')
      .getByLabel(/^临时密码/)
      .fill('a temporary phrase 1');
    await admin.getByRole('button', { name: '提交' }).click();
    await admin.getByText('newcomer').first().waitFor();

    const newcomer = await shown.at('/', { login: 'newcomer', password: 'a temporary phrase 1' });
    await newcomer.getByLabel('当前密码').fill('a temporary phrase 1');
    await newcomer.getByLabel(/^新密码/).fill('a phrase of my own 2');
    await newcomer.getByRole('button', { name: '修改密码' }).click();
    await newcomer.getByRole('link', { name: '我的工作台' }).waitFor();
    for (const absent of ['整改台账', '农户查询', '名册导入', '账号与权限'])
      expect(await newcomer.getByRole('link', { name: absent }).count()).toBe(0);

    await admin.getByRole('row').filter({ hasText: 'newcomer' }).getByRole('button', { name: '授权' }).click();
    await chosen(admin, '权限', '登记');
    await chosen(admin, '区域', county);
    await admin.getByRole('button', { name: '提交' }).click();
    await admin.getByRole('row').filter({ hasText: 'newcomer' }).getByText('登记 · 永寿县', { exact: true }).waitFor();
    expect(await barriersOn(admin)).toEqual([]);
    await pictures(admin, '7-accounts');
    await newcomer.reload();
    await newcomer.getByRole('link', { name: '名册导入' }).waitFor();
    expect(await newcomer.getByRole('link', { name: '账号与权限' }).count()).toBe(0);
    for (const one of [admin, newcomer]) await one.context().close();
  });
});

describe('an administrator grants a right for a unit', () => {
  it('and is shown so in both languages; without region and unit the form says what is missing', async () => {
    const admin = await shown.at('/accounts', office.staff.admin);
    const row = admin.getByRole('row').filter({ hasText: 'front.desk' });
    await row.getByRole('button', { name: '授权' }).click();
    await chosen(admin, '权限', '审核');
    await refused(admin, '区域', /请至少指定一个地区或单位/);
    await choose(admin, '单位', '监军街道办事处');
    await admin.keyboard.press('Tab');
    expect(await barriersOn(admin)).toEqual([]);
    await send(admin);
    await row.getByText('审核 · 归属监军街道办事处的事项').waitFor();
    await pictures(admin, '7-unit-right');
    await admin.getByRole('button', { name: 'English' }).click();
    await row.getByText('review what others recorded · what lies with 监军街道办事处').waitFor();
    await admin.context().close();
  });
});

/** What a page shows, apart from who looks. */
async function seen(page: Page): Promise<string> {
  await page.getByRole('table').waitFor();
  await page.getByText('项有变化').waitFor();
  return (await page.getByRole('main').innerText()).replace('已复制', '复制链接');
}

/** Chooses by typing, in a field of the form that is open. */
async function chosen(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole('dialog').getByLabel(new RegExp(`^${field}`));
  await input.fill(text);
  await input.press('Enter');
  await input.press('Tab');
}
