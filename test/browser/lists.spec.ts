import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import { SubjectHistory } from '@lookback/review/history';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { mustBe } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { bytesOf } from './support/downloaded.js';
import { pictures } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

const [first, second, third] = ['ZG-2020-0601', 'ZG-2020-0602', 'ZG-2020-0603'] as const;

describe('several problems of the ledger', () => {
  /** Every report of a problem, by its evidence. */
  async function reportsOf(number: string): Promise<number[]> {
    const asked = office.office.ask('GET', `/households/${knownId}/history`, undefined, office.staff.auditor.token);
    const { entries } = (await mustBe(200, asked)).as(SubjectHistory);
    return entries.filter(({ type, zh }) => type === 'RectificationReported' && zh.includes(number)).map(({ evidence }) => evidence.length);
  }

  it('are exported as they are filtered', async () => {
    for (const number of [first, second, third]) await office.lived(number, 'found', 'handedOver', 'accepted');
    await office.lived('ZG-2020-0604', 'found');
    const page = await shown.at('/problems?status=accepted', office.staff.operator);
    await page.getByRole('link', { name: first }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出整改台账' }).click()]);
    const { rows } = await readSheet(await bytesOf(file), { columns: [{ name: '问题编号' }] });
    const numbers: string[] = [];
    for await (const row of rows) numbers.push(row.text('问题编号'));
    expect(numbers.sort()).toEqual([first, second, third]);
    await page.context().close();
  });

  it('are not written to a file once that is stopped, and are in the next', async () => {
    const page = await shown.at('/problems?status=accepted', office.staff.operator);
    await page.getByRole('link', { name: first }).waitFor();
    const asked = '**/registers/problems/export?**';
    await page.route(asked, () => undefined); // it does not answer
    await page.getByRole('button', { name: '导出 CSV' }).click();
    const [stopped] = await Promise.all([
      page.waitForEvent('requestfailed', (request) => request.url().includes('/export')),
      page.getByRole('button', { name: '停止：导出 CSV' }).click(),
    ]);
    expect(stopped.failure()?.errorText).toMatch(/abort/i);
    await page.getByRole('button', { name: '停止：导出 CSV' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unroute(asked);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()]);
    const lines = (await bytesOf(file)).toString().trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(expect.arrayContaining([first, second, third]));
    expect(lines).toHaveLength(4);
    await page.context().close();
  });

  it('are reported in one go; the one that is refused is named and tried again, and no other is recorded twice', async () => {
    const page = await shown.at('/problems?status=accepted', office.staff.operator);
    for (const number of [first, second, third]) await page.getByRole('checkbox', { name: `选中 ${number}` }).check();
    await page.getByRole('group', { name: '批量办理' }).getByRole('button', { name: '报告整改' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('整改情况').fill('屋顶已翻修，雨天查看不漏');
    const [whole, part] = [await page.screenshot(), await page.screenshot({ clip: { x: 0, y: 0, width: 90, height: 90 } })];
    await form.getByLabel('佐证材料').setInputFiles([
      { name: `${first}-1.png`, mimeType: 'image/png', buffer: whole },
      { name: 'village.png', mimeType: 'image/png', buffer: part },
    ]);
    await form.getByText(`${first}：${first}-1.png、village.png`).waitFor();
    await form.getByText(`${third}：village.png`).waitFor();
    await office.lived(second, 'reported'); // somebody was first
    await form.getByRole('button', { name: '逐个提交' }).click();
    await form.getByText('已办理 2 / 3').waitFor();
    expect(
      await form
        .getByRole('listitem')
        .filter({ has: page.getByRole('alert') })
        .allInnerTexts(),
    ).toEqual([expect.stringMatching(new RegExp(`^${second}`))]);
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '8-several');

    await office.lived(second, 'returned');
    await form.getByRole('button', { name: '重新提交其余 1 个' }).click();
    await page.getByText('3 项已全部办理。').waitFor();
    expect(await Promise.all([first, second, third].map(reportsOf))).toEqual([[2], [expect.any(Number), 1], [1]]);
    await page.context().close();
  });
});

describe('the lists of the office', () => {
  it('find an official by the beginning of a name, with the posts held', async () => {
    const page = await shown.at('/people', office.staff.auditor);
    await page.getByRole('link', { name: '仇定邦' }).waitFor();
    await page.getByLabel('按姓名查找').fill('苗春');
    await page.getByRole('link', { name: '仇定邦' }).waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: '苗春兰' }).filter({ hasText: '扶贫专干 监军街道办事处' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '8-people');
    await page.getByRole('link', { name: '苗春兰' }).click();
    await page.getByRole('heading', { name: '苗春兰' }).waitFor();
    await page.context().close();
  });

  it('find a unit by part of its name, and count who holds a post there', async () => {
    const page = await shown.at('/units', office.staff.auditor);
    await page.getByLabel('按单位名称查找').fill('住房和城乡');
    const unit = page.getByRole('row').filter({ hasText: '永寿县住房和城乡建设局' });
    await unit.filter({ hasText: /2$/ }).waitFor();
    await page.getByRole('link', { name: '永寿县扶贫办' }).waitFor({ state: 'hidden' });
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '8-units');
    await page.context().close();
  });

  it('say who helps whom, and who falls short of what is asked of a helper', async () => {
    const page = await shown.at('/helpers', office.staff.auditor);
    await page.getByText('还没有结对帮扶记录。').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('未登记职务', { exact: true }).click();
    await page.waitForURL(/list=without-post/);
    await page.getByText(/^共 \d+ 人$/).waitFor();
    await page.getByText('全部结对', { exact: true }).click();
    await page.waitForURL((url) => url.search === '');
    await page.context().close();
  });
});
