import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ProblemOffice } from '../support/problem-office.js';
import { barriersOn } from './support/accessible.js';
import { Console, desk } from './support/console.js';
import { pictures } from './support/picture.js';
import { type Language, saidIn } from './support/said.js';

let shown: Console;
let office: ProblemOffice;
const numbers = [1, 2, 3, 4, 5].map((nth) => `ZG-2018-000${String(nth)}`);
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  for (const number of numbers) await office.lived(number, 'found');
  await office.lived('ZG-2018-0001', 'handedOver', 'accepted');
});
afterAll(() => shown.close());

const cells = (page: Page, nth: number) => page.locator(`.table-body .row > span:nth-child(${String(nth)})`).allInnerTexts();
const rows = (page: Page, count: number) =>
  page
    .locator('.list-total')
    .getByText(new RegExp(`(^| )${String(count)}( |$)`))
    .first()
    .waitFor();
const address = (page: Page) => new URL(page.url()).search;

describe.each(['zh', 'en'] as const)('a list, in %s', (language: Language) => {
  const t = saidIn(language);
  const open = (path: string) => shown.at(path, office.staff.operator, { ...desk, locale: 'zh-CN' });
  const inLanguage = async (page: Page) => {
    if (language === 'en') await page.evaluate("document.querySelector('.bar [lang]').click()");
    await page.getByRole('heading', { name: t('nav.ledger') }).waitFor();
  };
  /** Pictures show both languages whichever is spoken. */
  const taken = (page: Page, name: string) => (language === 'zh' ? pictures(page, name) : undefined);
  /** One more since the Chinese journey. */
  const all = language === 'zh' ? 5 : 6;
  const button = (page: Page, term: string, facts = {}) => page.getByRole('button', { name: t(term, facts), exact: true });

  it('is sorted, filtered, given other columns, and stands so when one comes back', async () => {
    const page = await open('/problems');
    await inLanguage(page);
    await rows(page, all);
    expect(await barriersOn(page)).toEqual([]);
    await taken(page, '8-ledger');
    const number = page.getByRole('columnheader', { name: language === 'zh' ? '编号' : 'Number', exact: true });
    await number.getByRole('button').click();
    await page.waitForURL(/order=number/);
    await page
      .getByRole('row')
      .nth(1)
      .getByText(numbers[0] ?? '')
      .waitFor();
    await number.getByRole('button').click();
    await page.waitForURL(/order=-number/);
    await page
      .getByRole('row')
      .nth(1)
      .getByText(language === 'zh' ? 'ZG-2018-0005' : 'ZG-2018-0101')
      .waitFor();
    expect(await number.getAttribute('aria-sort')).toBe('descending');

    await page
      .locator('.figure')
      .filter({ hasText: t('problemStatus.found') })
      .click();
    await rows(page, all - 1);
    await button(page, 'list.columns').click();
    await page.getByRole('checkbox', { name: language === 'zh' ? '问题来源' : 'Source', exact: true }).check();
    await page.getByRole('columnheader', { name: language === 'zh' ? '问题来源' : 'Source' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const left = address(page);
    expect(left).toMatch(/status=found/);

    await page.getByRole('link', { name: t('nav.people') }).click();
    await page.getByRole('heading', { name: t('nav.people') }).waitFor();
    await page.getByRole('link', { name: t('nav.ledger') }).click();
    await rows(page, all - 1);
    expect(address(page)).toBe(left);
    await button(page, 'filter.clear').first().click();
    await rows(page, all);
    await page.context().close();
  });

  it('is led through by keys, chosen from, and copied', async () => {
    const page = await open('/problems?order=number');
    await inLanguage(page);
    await rows(page, all);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText(t('list.chosen', { count: '1' })).waitFor();
    expect(await page.evaluate('document.activeElement.dataset.index')).toBe('1');
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByText(t('report-rectification')).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText(t('list.keyOpen')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await button(page, 'list.chooseAll', { rows: String(all) }).click();
    await page.getByText(t('list.chosen', { count: String(all) })).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await taken(page, '8-chosen');
    await button(page, 'list.copyChosen').click();
    await page.getByText(t('list.copied', { rows: String(all) })).waitFor();
    const lines = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\r\n');
    expect(lines).toHaveLength(all + 1);
    expect(lines[0]?.split('\t')[0]).toBe(language === 'zh' ? '编号' : 'Number');
    expect([...lines.slice(1)].map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(numbers));
    await page.locator('.table-body .row').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/households\//);
    await page.context().close();
  });

  it('says what changed since, and how it was on another day', async () => {
    const before = await shown.office.system.log.head();
    const number = `ZG-2018-01${language === 'zh' ? '01' : '02'}`;
    await office.lived(number, 'found');
    const page = await open('/problems');
    await inLanguage(page);
    await page.getByRole('row').filter({ hasText: number }).waitFor();
    await button(page, 'list.since').click();
    await page.getByLabel(t('list.sinceDay')).fill(`@${String(before)}`);
    await button(page, 'list.showChanges').click();
    await page.getByText(t('list.isNew')).waitFor();
    expect(await cells(page, 2)).toEqual([number]);
    expect(await barriersOn(page)).toEqual([]);
    await taken(page, '8-changes');
    await button(page, 'list.showAll').click();
    await button(page, 'list.moment').click();
    await page.getByLabel(t('list.at')).fill('2016年3月1日');
    await button(page, 'list.show').click();
    await page.waitForURL(/at=2016-03-01&known=@\d+/);
    await page.locator('.page.past').waitFor();
    await page.getByText(t('ledger.none')).waitFor();
    expect(await page.getByRole('button', { name: t('accept-handover') }).count()).toBe(0);
    await button(page, 'asOf.now').first().click();
    await page.getByRole('row').filter({ hasText: number }).waitFor();
    await page.context().close();
  });

  it('is kept as a view, for oneself and for one’s unit', async () => {
    const page = await open('/problems?status=accepted');
    await inLanguage(page);
    await rows(page, 1);
    await button(page, 'list.views').click();
    const name = language === 'zh' ? '已接收的' : 'accepted ones';
    await page.getByLabel(t('views.name')).fill(name);
    await page.getByRole('radio', { name: /监军街道办事处/ }).check();
    await button(page, 'views.save').click();
    await button(page, 'filter.clear').first().click();
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForURL(/status=accepted/);
    await rows(page, 1);
    expect(await barriersOn(page)).toEqual([]);
    await taken(page, '8-views');
    await page.getByRole('button', { name: t('views.remove', { name }) }).click();
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'hidden' });
    await page.context().close();
  });
});
