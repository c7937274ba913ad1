import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { ProblemOffice } from '../support/problem-office.js';
import { barriersOn } from './support/accessible.js';
import { Console, signIn } from './support/console.js';
import { pictures } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  await office.lived('ZG-2018-0001', 'found', 'handedOver');
  await office.lived('ZG-2018-0002', 'found');
});
afterAll(() => shown.close());

const found = '/entries?type=ProblemFound';
const views = (page: Page) => page.getByText(/^已存的查询/);
const told = (page: Page) => page.locator('.entry').count();

describe('a view of the explorer', () => {
  it('is saved, opened again, and removed; another account does not see it', async () => {
    const page = await shown.at(found, office.staff.auditor);
    await page.getByText('发现问题 ZG-2018-0002').waitFor();
    await views(page).click();
    await page.getByLabel('查询名称').fill('发现的问题');
    await page.getByRole('button', { name: '保存当前查询' }).click();
    await page.goto(`${shown.url}/entries`);
    await page.getByText('问题 ZG-2018-0001 交办').waitFor();
    await views(page).click();
    await page.getByRole('link', { name: '发现的问题' }).click();
    await page.waitForURL(`**${found}`);
    await page.getByText('共 2 条').waitFor();
    expect(await told(page)).toBe(2);

    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, office.workers.inspector.login, office.workers.inspector.password);
    await views(page).filter({ hasText: '0' }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, office.staff.auditor.login, office.staff.auditor.password);
    await views(page).filter({ hasText: '1' }).click();
    await page.getByRole('button', { name: '删除查询 发现的问题' }).click();
    await page.reload();
    await views(page).filter({ hasText: '0' }).waitFor();
    await page.context().close();
  });

  it.each(['{"half', '{"a":1}', '[{"name":"of no address"}]'])(
    'that cannot be read is said, and another takes its place: %s',
    async (kept) => {
      const page = await shown.at('/', office.staff.auditor);
      await page.evaluate(`localStorage.setItem('lookback.views.${office.staff.auditor.account}', ${JSON.stringify(kept)})`);
      await page.goto(shown.url + found);
      await page.getByText('本浏览器中保存的查询无法读取').waitFor();
      await page.getByText('发现问题 ZG-2018-0002').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByLabel('查询名称').fill('又一个');
      await page.getByRole('button', { name: '保存当前查询' }).click();
      await page.getByRole('link', { name: '又一个' }).waitFor();
      expect(await page.getByText('无法读取').count()).toBe(0);
      await page.context().close();
    },
  );
});

describe('what the explorer shows', () => {
  it('is exported with its filter', async () => {
    const page = await shown.at(found, office.staff.auditor);
    const [workbook] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
    const { rows } = await readSheet(await readFile(await workbook.path()), { columns: ['位置', '类型'].map((name) => ({ name })) });
    const types: string[] = [];
    for await (const row of rows) types.push(row.text('类型'));
    expect(types).toEqual(['ProblemFound', 'ProblemFound']);
    await page.context().close();
  });

  it('is a link that gives the same when more is recorded: it holds the log position, and looks past', async () => {
    const page = await shown.at(found, office.staff.auditor);
    await page.getByText('发现问题 ZG-2018-0002').waitFor();
    await page.getByRole('button', { name: '复制链接' }).click();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(link).toMatch(/\/entries\?type=ProblemFound&known=@\d+$/);
    await office.lived('ZG-2018-0003', 'found');
    await page.goto(link);
    await page.getByText('共 2 条').waitFor();
    expect([await told(page), await page.locator('main.past').count()]).toEqual([2, 1]);
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.getByText('发现问题 ZG-2018-0003').waitFor();
    await page.context().close();
  });

  it.each([
    [
      'a filter of no such value',
      '?kind=village&effectiveFrom=yesterday',
      ['对象“village”：不在可选项中', '发生日期从“yesterday”：应为存在的日期'],
    ],
    ['a position that is none', '?known=@seven', ['日志位置']],
  ])('is refused in words for %s, and what is asked can be mended', async (_what, asked, words) => {
    const page = await shown.at(`/entries${asked}`, office.staff.auditor);
    const refusal = page.getByRole('alert');
    await refusal.waitFor();
    for (const word of words) expect(await refusal.innerText()).toContain(word);
    await pictures(page, 'explorer-refused');
    await page.getByRole('button', { name: asked.includes('known') ? '回到现在' : '清除筛选' }).click();
    await page.getByText('发现问题 ZG-2018-0002').waitFor();
    await page.context().close();
  });

  it.each(['/entries/99999', '/entries/seven'])('of an entry that is not there is said, and claims no position: %s', async (path) => {
    const page = await shown.at(path, office.staff.auditor);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.as-of').count()).toBe(0);
    await page.context().close();
  });
});
