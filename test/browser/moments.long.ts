import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { pictures } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
let page: Page;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  await office.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted', 'reported', 'verified');
  page = await shown.at('/', office.staff.auditor);
});
afterAll(() => shown.close());

const household = `/households/${knownId}`;
const nobody = '00000000-0000-4000-8000-000000000000';
const at = (path: string) => page.goto(shown.url + path);
const asOf = () => page.locator('.as-of').innerText();
const address = () => decodeURIComponent(new URL(page.url()).search);

describe('an address that names what is not', () => {
  it.each<[path: string, says: RegExp, out: string, into: RegExp]>([
    [`/households/${nobody}`, /没有 0{8}-.* 的档案/, '农户查询', /\/households$/],
    [`/households/${nobody}/time`, /没有 0{8}-.* 的档案/, '农户档案', /0{12}$/],
    ['/households/610426001200009999', /没有 610426001200009999 的档案/, '农户查询', /\/households$/],
    [`/people/${nobody}`, /没有 0{8}-.* 的档案/, '干部', /\/people$/],
    ['/people/nobody', /没有 nobody 的档案/, '干部', /\/people$/],
    [`/units/${nobody}`, /没有 0{8}-.* 的档案/, '单位', /\/units$/],
  ])('%s says so, and leads on', async (path, says, out, into) => {
    await at(path);
    await page.getByRole('alert').getByText(says).waitFor();
    await page.getByRole('main').getByRole('link', { name: out, exact: true }).click();
    await page.waitForURL(into);
  });

  it.each([
    [`${household}?at=2018-13-40`, '截至日“2018-13-40”：应为存在的日期'],
    [`${household}?known=yesterday`, '所知“yesterday”：应为位置（如 @4711）、日期或时刻'],
    [`${household}?at=1999-01-01`, `没有 ${knownId} (1999-01-01, @`],
    [`${household}/time?at=2018-02-30`, '截至日“2018-02-30”：应为存在的日期'],
    [`${household}/time?fromKnown=@then`, '所知“@then”：应为位置'],
  ])('%s is refused in words, and is one step from now', async (path, says) => {
    await at(path);
    await page.getByRole('alert').getByText(says).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    if (path.includes('fromKnown')) return; // the page is of now: only A cannot be read
    expect(await asOf()).toContain('所求时点');
    await page.getByRole('button', { name: '回到现在' }).click();
    await page
      .getByText(/日志位置 @\d+/)
      .first()
      .waitFor();
    expect(address()).toBe('');
  });

  it.each([household, `${household}/time`])('a day that has not come, and a position that the log has not: %s', async (path) => {
    await at(`${path}?at=2999-01-01&known=@99999`);
    await page.getByText('2999-01-01 还没有到').waitFor();
    await page.getByText(/日志目前只到 @\d+，还没有 @99999/).waitFor();
    expect(await asOf()).not.toContain('@99999');
  });
});

describe('the time machine', () => {
  const b = () => page.getByRole('slider', { name: /^B/ });

  it('reads a day of knowing as its position, and a household that was not yet known then as absent', async () => {
    await at(`${household}/time?at=2018-07-10&known=2018-07-15`);
    await page.getByRole('cell', { name: '当时尚无档案' }).first().waitFor();
    await page.waitForURL(/known=@0/);
    expect(address()).toMatch(/^\?at=2018-07-10&known=@0&fromAt=2016-12-31&fromKnown=@0$/);
  });

  it('shows both states as known then, and as known now', async () => {
    await at(`${household}/time?at=2018-07-10`);
    await page.getByText(/项有变化/).waitFor();
    await page.getByRole('button', { name: '按当时所知' }).click();
    await page.getByRole('cell', { name: '当时尚无档案' }).first().waitFor();
    await page.getByText(/当时尚未录入的有 \d+ 条/).waitFor();
    await page.getByRole('button', { name: '按现在所知' }).click();
    await page.getByText('当时已发生的事项均已录入').waitFor();
  });

  it('is of now again after a handle was moved, once one goes back to now', async () => {
    await at(`${household}/time`);
    await b().press('Home');
    await page.waitForURL(/at=2016-12-31/);
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.waitForURL(/time$/);
    await page.getByRole('slider', { name: /^B 20[2-9]/ }).waitFor();
    expect(await page.locator('main.past').count()).toBe(0);
  });

  it('says when a condition changed, on either clock, and what made a difference', async () => {
    await at(`${household}/time?at=2018-07-10&fromAt=2018-01-01`);
    await page.getByRole('combobox', { name: '选择项目' }).fill('ZG-2018-0001');
    await page.keyboard.press('Enter');
    await page.getByText('问题 ZG-2018-0001：变化 5 次').waitFor();
    expect(await page.locator('.field-changes li > p').allInnerTexts()).toContain('2018-03-02 · 待交办 → 已交办');
    expect(await page.locator('.timeline-change').count()).toBeGreaterThan(4);
    await page.getByText('按录入时间').click();
    await page.getByText('问题 ZG-2018-0001：变化 4 次').waitFor(); // the check took effect after the day of B
    expect(address()).toContain('field=problems.ZG-2018-0001');
    await page.getByRole('button', { name: '有变化的依据：问题 ZG-2018-0001' }).click();
    await page.getByRole('dialog').locator('.entry').nth(3).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'changes');
    await page.keyboard.press('Escape');
  });
});

it('a record of the past says which of its lists are of today, and its figures lead to the entries of then', async () => {
  const known = `@${String(await shown.office.system.log.head())}`;
  await office.lived('ZG-2018-0002', 'found', 'handedOver', 'accepted');
  await at(`/people/${office.staff.operator.person ?? ''}?at=2018-03-31&known=${known}`);
  await page.getByRole('heading', { name: /负有责任的问题 截至/ }).waitFor();
  await page.getByRole('button', { name: '为什么：任职经历' }).click();
  await page.getByRole('dialog').getByText('任职').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^1 办理/ }).click();
  await page.getByText('共 1 条').waitFor();
  expect(address()).toContain(`effectiveTo=2018-03-31&known=${known}`);
});

it('paper has every row of a list that has come, and no button', async () => {
  await at('/entries?view=table');
  const rows = page.locator('.table-body .row');
  await rows.nth(5).waitFor();
  const all = Number(/\d+/.exec(await page.getByText(/^共 \d+ 条$/).innerText())?.[0]);
  expect(await rows.count()).toBeLessThan(all);
  await page.emulateMedia({ media: 'print' });
  await rows.nth(all - 1).waitFor();
  expect(await rows.count()).toBe(all);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
});
