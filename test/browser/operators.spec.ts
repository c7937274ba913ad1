import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { changedRow, householdRows, rosterOf, type Row, rowsIn } from '../support/rosters.js';
import { until } from '../support/until.js';
import { barriersOn } from './support/accessible.js';
import { Console, phone } from './support/console.js';
import { bytesOf } from './support/downloaded.js';
import { Keyboard } from './support/keyboard.js';
import { pictures, switchLanguage } from './support/picture.js';
import { recorded, idOf } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

describe('an operator imports the roster', () => {
  const wrong = (rows: readonly Row[]) =>
    [
      { at: 0, cells: { 证件号码: '610426199001011234' } },
      { at: 3, cells: { 与户主关系: '邻居' } },
      { at: 6, cells: { 主要致贫原因: '', 贫困户属性: '不明' } },
    ].reduce((changed, { at, cells }) => changedRow(changed, at, cells), rows);
  const sound = [501, 502, 503, 504].flatMap((nth) => householdRows(nth));

  it('with three wrong rows, mends them from the refusal workbook, and imports again', async () => {
    const page = await shown.at('/imports', office.staff.operator);
    const refusal = page.locator('.upload .refusal');
    await page.getByRole('button', { name: '先试读' }).click();
    await refusal.getByText('请选择要导入的 Excel 文件').waitFor();
    await upload(page, new TextEncoder().encode('no workbook'));
    await page.getByRole('button', { name: '先试读' }).click();
    await refusal.getByText('不是 Excel 工作簿').waitFor();
    await upload(page, await rosterOf(wrong(sound)));
    await page.getByLabel('名册日期').fill('2018-02-30');
    await page.getByRole('button', { name: '先试读' }).click();
    await refusal.getByText('“名册日期”应为存在的日期，如 2018-06-30').waitFor();
    await page.getByLabel('名册日期').fill('2018-12-31');
    await page.getByRole('button', { name: '先试读' }).click();
    await page.getByText('可接收 1，不可接收 3').waitFor();
    expect(await page.getByText('邻居').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '正式接收' }).click();
    await page.getByText('接收 1，未接收 3').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    const [refused] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载未接收行' }).first().click(),
    ]);
    const rows = await rowsIn(await bytesOf(refused));
    expect(rows).toHaveLength(9);
    const mended = rows.map((row) => sound.find(({ 人编号 }) => 人编号 === row['人编号']) ?? row);
    await upload(page, await rosterOf(mended));
    await page.getByRole('button', { name: '正式接收' }).click();
    await page.getByText('接收 3，未接收 0').waitFor();
    await pictures(page, '1-import');

    const [first = {}] = householdRows(505, 1);
    const other = { ...first, 证件号码: sound[3]?.['证件号码'] ?? '' };
    const differing = sound.slice(0, 3).map((row) => ({ ...row, 人均纯收入: '1' }));
    const aside = { '县(市、区、旗)': '合计', 行政村: '5 户' };
    const notes = { name: '填表说明', header: ['项目', '说明'], rows: [['姓名', '按户口簿填写']] };
    await upload(page, await rosterOf([...differing, ...sound.slice(3), other, aside], notes));
    await page.getByRole('button', { name: '先试读' }).click();
    await page.getByText('可接收 1，不可接收 0，原已接收 3，有差异 1').waitFor();
    await page.getByRole('button', { name: '正式接收' }).click();
    await page.getByText('接收 1，未接收 0，原已接收 3，有差异 1').waitFor();
    for (const [said, place] of [
      ['已在册而内容不同：1', '610426001200000501 第 3、4、5 行'],
      ['一个公民身份号码在几户中：1', '户 610426001200000502 第 6 行 · 户 610426001200000505 第 15 行'],
      ['不属于任何一户、一人或一个问题的行（合计、签字、说明等）：1', '贫困户信息 第 16 行'],
      ['未读取的工作表：1', '填表说明：缺少 '],
    ] as const)
      for (const job of [page.locator('.job').nth(0), page.locator('.job').nth(1)]) {
        await job.getByText(said).click();
        await job.getByText(place).waitFor();
      }
    await page.locator('.job').first().getByText('读取工作表 贫困户信息').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '1-import-findings');
    await page.context().close();
  });
});

describe('a problem is put right, by keyboard alone', () => {
  it('reported from the desk with a photo, verified by another unit, its number cancelled', async () => {
    await office.lived('ZG-2020-0412', 'found', 'handedOver', 'accepted');
    const operator = await Keyboard.atDesk(shown, office.staff.operator);
    await acting(operator, '报告整改', async (keys) => {
      const choosing = keys.page.waitForEvent('filechooser'); // before any key: the browser takes a moment to hand its dialog over
      await keys.type(/^整改情况/, '屋顶已翻修，雨天查看不漏');
      await keys.press(/^佐证材料/);
      const chooser = await choosing;
      await chooser.setFiles({ name: 'roof.png', mimeType: 'image/png', buffer: await keys.page.screenshot() });
      await keys.page.getByRole('button', { name: '移除 roof.png' }).waitFor();
      await pictures(keys.page, '2-report');
    });

    const verifier = await Keyboard.atDesk(shown, office.workers.verifier);
    await acting(verifier, '核查', async (keys) => {
      await keys.press(/^是$/, 'Space');
      await keys.page.keyboard.press('Tab');
      await keys.press(/^是$/, 'Space');
    });
    await toFile(verifier, 'ZG-2020-0412');
    await acting(verifier, '征求群众意见', async (keys) => {
      await choose(keys, /^征求对象/, '农户');
      await choose(keys, /^满意情况/, '满意');
    });

    const handler = await Keyboard.atDesk(shown, office.workers.handler);
    await acting(handler, '销号', async (keys) => {
      await keys.type(/^销号编号/, 'XH-2020-0412');
      await keys.press(/^是$/, 'Space');
      await keys.page.keyboard.press('Tab');
      await keys.press(/^是$/, 'Space');
    });
    await toFile(handler, 'ZG-2020-0412');
    await handler.page.getByText('销号于').waitFor();
    expect(await barriersOn(handler.page)).toEqual([]);
    await pictures(handler.page, '2-cancelled');
    for (const { page } of [operator, verifier, handler]) await page.context().close();
  });

  it('says a refusal beside the field that caused it, and keeps what was typed', async () => {
    await office.lived('ZG-2020-0413', 'found', 'handedOver', 'reported');
    const page = await shown.at(`/households/${knownId}`, office.workers.verifier);
    await page.getByRole('button', { name: '核查', exact: true }).click();
    await page.getByRole('group').or(page.getByRole('radiogroup')).getByText('否').first().click();
    await page.getByRole('radio', { name: '否' }).nth(1).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByText('请说明原因').waitFor();
    expect(await page.getByLabel('说明原因').getAttribute('aria-describedby')).toContain('refusal');
    await page.context().close();
  });
});

describe('what is typed wrong', () => {
  it('is refused beside its field, by the name that stands there, one thing after another; nothing typed is lost', async () => {
    await office.lived('ZG-2020-0414', 'found', 'handedOver', 'accepted');
    const page = await shown.at('/', office.staff.operator);
    await page.getByRole('button', { name: '报告整改' }).first().click();
    const form = page.getByRole('dialog');
    const [done, day] = [form.getByLabel('整改情况'), form.getByLabel('生效日期')];
    /** Sends the form, and gives what stands beside its fields then. */
    const sent = async (said: RegExp) => {
      await form.getByRole('button', { name: '提交' }).click();
      await form.locator('.refusal').getByText(said).first().waitFor();
    };
    await sent(/“整改情况”必填/);
    await day.fill('2018-06-31');
    await done.fill('好'.repeat(4_001));
    await sent(/“整改情况”.*超过 4000 个字/);
    await sent(/“生效日期”应为存在的日期，如 2018-06-30/);
    await done.fill('屋顶已翻修，雨天查看不漏');
    await day.fill('2099-01-01');
    await sent(/2099-01-01 晚于今天/);
    await day.fill('2015-01-01');
    await sent(/尚无登记/);
    await form.getByLabel('佐证材料').setInputFiles({ name: 'roof.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await form.locator('.evidence').getByRole('alert').waitFor();
    expect(await done.inputValue()).toBe('屋顶已翻修，雨天查看不漏');
    await form.getByRole('button', { name: '打开日历' }).first().click();
    await page.locator('.ant-picker-cell', { hasText: /^15$/ }).first().click();
    expect(await day.inputValue()).toBe('2015-01-15');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a number that may not be cancelled yet', () => {
  it('is refused by one condition after another, beside what was answered, and cancelled once all hold', async () => {
    await office.lived('ZG-2020-0415', 'found', 'handedOver', 'accepted', 'reported', 'verified');
    await office.toCancel('ZG-2020-0416');
    await office.lived('ZG-2020-0416', 'cancelled');
    const page = await shown.at('/problems?status=verified', office.workers.handler);
    const acts = page.getByRole('row').filter({ hasText: 'ZG-2020-0415' }).getByRole('button', { name: '销号' });
    await acts.first().click();
    const form = page.getByRole('dialog');
    const number = form.getByLabel('销号编号');
    const answer = (question: string, say: '是' | '否') =>
      form.locator('.labelled').filter({ hasText: question }).getByRole('radio', { name: say }).check();
    const refused = async (said: RegExp) => {
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText(said).first().waitFor();
    };
    await refused(/“销号编号”必填/);
    for (const _ of ['once', 'again']) {
      await number.fill('');
      await form.getByRole('button', { name: '取下一个编号' }).click();
      await until('that the number stands in its field', async () => /^XH-\d{4}-0001$/.test(await number.inputValue()) || undefined);
    }
    await number.fill('XH-ZG-2020-0416');
    await refused(/本县已有编号 XH-ZG-2020-0416/);
    await form.getByRole('link', { name: `户 ${knownHousehold}` }).waitFor();
    await switchLanguage(page, 'en');
    await form.getByText('The number XH-ZG-2020-0416 is already in use in this county; check first:').waitFor();
    await form.getByRole('button', { name: 'Next number' }).waitFor();
    await switchLanguage(page, 'zh-CN');
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, '3-number-stands');
    await answer('问题已查清', '否');
    await answer('达到上级要求', '否');
    await refused(/问题没有查清不放过/);
    await answer('问题已查清', '是');
    await refused(/整改结果达不到上级要求不放过/);
    await answer('达到上级要求', '是');
    await refused(/群众不满意不放过/);
    await office.lived('ZG-2020-0415', 'satisfied');
    await refused(/XH-ZG-2020-0416 已被使用/);
    await number.fill('XH-2020-0415');
    expect(await barriersOn(page)).toEqual([]);
    await form.getByRole('button', { name: '提交' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('没有符合条件的问题').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    await page.getByRole('row').filter({ hasText: 'ZG-2020-0415' }).getByText('已销号').waitFor();
    await page.context().close();
  });
});

describe('on a phone without a signal', () => {
  it('three home visits are recorded, and sent once when it is back', async () => {
    const page = await shown.at('/households', office.staff.operator, phone);
    const numbers = [1, 2, 3].map((nth) => `61042600120000000${String(nth)}`);
    for (const number of numbers) {
      await page.goto(`${shown.url}/households/${idOf(number)}`);
      await page.getByRole('button', { name: '加入走访' }).click();
      await page.getByRole('button', { name: '已加入走访' }).waitFor();
    }
    await page.goto(`${shown.url}/visits`);
    await page.evaluate('navigator.serviceWorker.ready');
    await page.context().setOffline(true);
    await page.reload();
    for (const nth of [0, 1, 2]) {
      await page
        .getByRole('button', { name: /^登记走访/ })
        .nth(nth)
        .click();
      await page.getByLabel('走访情况').fill(`第 ${String(nth + 1)} 户：屋顶已修好，孩子在校`);
      await page.getByRole('button', { name: '保存走访' }).click();
      await page.getByText(`${String(nth + 1)} 条待发送`).waitFor();
    }
    await pictures(page, '6-offline');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('0 条待发送').waitFor();
    expect(await page.getByText(/已登记 @/).count()).toBe(3);
    await pictures(page, '6-sent');
    await page.reload();
    await page.getByText('0 条待发送').waitFor();
    for (const number of numbers)
      expect(await recorded(office.office, number, 'HomeVisited')).toEqual([
        expect.objectContaining({ capturedAt: expect.stringMatching(/Z$/) }),
      ]);
    await page.context().close();
  });
});

const upload = (page: Page, bytes: Uint8Array) =>
  page.getByLabel('Excel 文件').setInputFiles({ name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

/** From wherever one is, over the ledger, to the file of whom a problem concerns. */
async function toFile(keys: Keyboard, problem: string): Promise<void> {
  await keys.press(/^整改台账$/);
  await keys.page.getByRole('cell', { name: problem, exact: true }).waitFor();
  await keys.press(new RegExp(`^${problem}$`));
  await keys.page.getByRole('heading', { name: '基本情况' }).waitFor();
}

/** Opens an act by keyboard, fills it in, and sends it. */
async function acting(keys: Keyboard, act: string, fill: (keys: Keyboard) => Promise<void>): Promise<void> {
  const { page } = keys;
  await page.getByRole('button', { name: act, exact: true }).first().waitFor();
  await keys.press(new RegExp(`^${act}$`));
  await page.getByRole('dialog').waitFor();
  await fill(keys);
  await keys.press(/^提交$/);
  await page
    .getByText(/已登记，日志位置/)
    .first()
    .waitFor();
}

async function choose(keys: Keyboard, field: RegExp, code: string): Promise<void> {
  await keys.type(field, code);
  await keys.page.keyboard.press('Enter');
}
