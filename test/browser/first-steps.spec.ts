import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { excerptBytes, knownHousehold, listedOn } from '../support/importing.js';
import { county } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console, phone, signIn } from './support/console.js';
import { pictures } from './support/picture.js';
import { recorded } from './support/recorded.js';

/* A county is set up from nothing, and its first problem verified by another unit: nothing is done but by the console. */

let shown: Console;
let admin: Page;
beforeAll(async () => {
  shown = await Console.open();
});
afterAll(() => shown.close());

const own = (login: string) => `${login}: a passphrase of their own`;
const temporary = (login: string) => `${login}: temporary 1`;

/** Signs in with a temporary password, which has to be changed first. */
async function entered(login: string, given = temporary(login)): Promise<Page> {
  const page = await shown.at('/', { login, password: given });
  await page.getByLabel('当前密码').fill(given);
  await page.getByLabel('新密码').fill('short');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('alert').getByText('密码至少').waitFor();
  await page.getByLabel('新密码').fill(own(login));
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('heading', { name: '我的工作台' }).waitFor();
  return page;
}

/** The form that lies open. */
const form = (page: Page) => page.getByRole('dialog');
const field = (page: Page, label: string) =>
  form(page)
    .locator('.labelled')
    .filter({ has: page.locator('label[id$="-label"]').filter({ hasText: new RegExp(`^${label}\\*?$`) }) });

/** Chooses in a field what begins with some letters. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const input = field(page, label).getByRole('combobox');
  await input.fill(text);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();
}

const send = (page: Page) => form(page).getByRole('button', { name: '提交' }).click();
/** Sends the form, and is refused beside a field. */
async function refused(page: Page, label: string, said: RegExp): Promise<void> {
  await send(page);
  await field(page, label).locator('.refusal').getByText(said).waitFor();
}
/** Sends the form, and it is recorded. */
async function taken(page: Page): Promise<void> {
  await send(page);
  await form(page).waitFor({ state: 'hidden' });
}

const step = (name: string): Locator => admin.locator('.steps > li').filter({ has: admin.getByRole('heading', { name }) });

it('the first administrator is led from the first password to the first step', async () => {
  admin = await entered('admin', shown.office.password);
  await admin.getByText('已完成 0 步，共 5 步').waitFor();
  await pictures(admin, '7-desk-of-nothing');
  await admin.getByRole('link', { name: '下一步：登记单位' }).click();
  await admin.getByText('已登记单位 0 个').waitFor();
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-first-steps');
});

it('units: what is typed wrong is told beside its field, and a unit that is likely there already is shown first', async () => {
  const begin = () => step('登记单位').getByRole('button', { name: '登记单位' }).click();
  await begin();
  await refused(admin, '单位名称', /“单位名称”必填/);
  await field(admin, '单位名称').getByRole('textbox').fill('永寿县 扶贫办');
  await choose(admin, '单位类型', '县扶贫办');
  await choose(admin, '区域', '永寿县 610426');
  await field(admin, '层级').getByText('县级').waitFor();
  await refused(admin, '单位名称', /不含空格和标点/);
  await field(admin, '单位名称').getByRole('textbox').fill('永寿县扶贫办');
  await choose(admin, '层级', '乡镇级');
  await refused(admin, '层级', /级别不会是/);
  await choose(admin, '层级', '县级');
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-unit');
  await taken(admin);
  await admin.getByText('已登记单位 1 个').waitFor();

  await begin();
  await field(admin, '单位名称').getByRole('textbox').fill('监军街道办事处');
  await choose(admin, '单位类型', '乡镇');
  await choose(admin, '区域', '610426001');
  await taken(admin);
  await admin.getByText('已登记单位 2 个').waitFor();

  await begin();
  await field(admin, '单位名称').getByRole('textbox').fill('扶贫办');
  await choose(admin, '单位类型', '行业部门');
  await choose(admin, '区域', '永寿县 610426');
  await send(admin);
  await form(admin).getByRole('alert').getByRole('link', { name: '永寿县扶贫办' }).waitFor();
  await pictures(admin, '7-likely-unit');
  await field(admin, '单位名称').getByRole('textbox').fill('永寿县民政局');
  await form(admin).getByRole('alert').waitFor({ state: 'hidden' });
  await taken(admin);

  await admin.getByRole('link', { name: '单位', exact: true }).first().click();
  await admin.getByRole('row').filter({ hasText: '永寿县民政局' }).getByText('行业部门').waitFor();
  await admin.getByLabel('按单位名称查找').fill('扶贫');
  await admin.getByRole('row').filter({ hasText: '民政' }).waitFor({ state: 'hidden' });
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-units');
});

interface Official {
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
  readonly post: string;
  readonly login: string;
  readonly role: string;
}
const officials: readonly Official[] = [
  { name: '苗春兰', phone: '13900000002', unit: '监军街道办事处', post: '扶贫专干', login: 'operator', role: '经办员' },
  { name: '骆长河', phone: '13900000003', unit: '永寿县扶贫办', post: '县级领导', login: 'leader', role: '领导' },
  { name: '卞玉书', phone: '13900000004', unit: '永寿县民政局', post: '部门干部', login: 'verifier', role: '核查员' },
];

it.each(officials)('$name is registered today, posted from years ago, and given an account as $role, each in one form', async (one) => {
  await admin.goto(`${shown.url}/first-steps`);
  await step('登记干部').getByRole('button', { name: '登记干部' }).click();
  await field(admin, '姓名').getByRole('textbox').fill(one.name);
  await field(admin, '联系电话').getByRole('textbox').fill('电话');
  await choose(admin, '任职区域', '永寿县 610426');
  await refused(admin, '联系电话', /电话号码/);
  await field(admin, '联系电话').getByRole('textbox').fill(one.phone);
  await refused(admin, '身份已核实', /“身份已核实”必填/);
  await field(admin, '身份已核实').getByRole('radio', { name: '是' }).check();
  await taken(admin);

  await step('任职').getByRole('link', { name: '未任职人员' }).click();
  await admin.getByRole('link', { name: one.name }).click();
  await admin.getByRole('heading', { name: one.name }).waitFor();
  await admin.getByRole('button', { name: '任职', exact: true }).click();
  await refused(admin, '任职起始日', /“任职起始日”必填/);
  await choose(admin, '单位', one.unit);
  await choose(admin, '岗位', one.post);
  await field(admin, '任职起始日').getByRole('textbox').fill('2015-01-01');
  await taken(admin);
  await admin.locator('.cards-list').getByText(one.unit).waitFor();

  await admin.getByRole('button', { name: '开通账号' }).click();
  await field(admin, '对应干部')
    .getByText(new RegExp(`${one.name}.*${one.unit}.*${one.phone.slice(-4)}`))
    .waitFor();
  await field(admin, '登录名').getByRole('textbox').fill('大写');
  await field(admin, '临时密码').getByLabel('临时密码').fill(temporary(one.login));
  await form(admin)
    .getByRole('radio', { name: new RegExp(`^${one.role}`) })
    .check();
  await refused(admin, '登录名', /小写字母/);
  await field(admin, '登录名').getByRole('textbox').fill(one.login);
  await refused(admin, '区域', /“区域”/);
  await choose(admin, '区域', '永寿县 610426');
  await admin.keyboard.press('Escape');
  if (one.login === 'verifier') {
    expect(await barriersOn(admin)).toEqual([]);
    await pictures(admin, '7-account');
  }
  await taken(admin);
});

it('a namesake is shown before a second one is recorded, and told apart in the list afterwards', async () => {
  await admin.goto(`${shown.url}/people`);
  await admin.getByRole('button', { name: '登记干部' }).click();
  await field(admin, '姓名').getByRole('textbox').fill('苗 春兰');
  await field(admin, '联系电话').getByRole('textbox').fill('13900000009');
  await choose(admin, '任职区域', '永寿县 610426');
  await field(admin, '身份已核实').getByRole('radio', { name: '否' }).check();
  await send(admin);
  const likely = form(admin).getByRole('alert');
  await likely.getByText(/姓名相同.*扶贫专干 监军街道办事处.*0002/).waitFor();
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-likely');
  await field(admin, '姓名').getByRole('textbox').fill('苗春兰');
  await send(admin);
  await form(admin).getByRole('button', { name: '不是同一个，仍然登记' }).click();
  await admin.getByRole('heading', { name: '苗春兰' }).waitFor();
  await admin.goto(`${shown.url}/people`);
  await admin.getByLabel('按姓名查找').fill('苗春兰');
  const ends = async () =>
    (await admin.getByRole('row').filter({ hasText: '苗春兰' }).allInnerTexts()).map((row) => /000\d/.exec(row)?.[0]);
  await admin.getByRole('row').filter({ hasText: '0009' }).waitFor();
  await admin.getByRole('row').filter({ hasText: '卞玉书' }).waitFor({ state: 'hidden' });
  expect((await ends()).sort()).toEqual(['0002', '0009']);
});

it('the office stands but for its lists, which the operator takes over', async () => {
  await admin.goto(`${shown.url}/first-steps`);
  await admin.getByText('在职 3 人，未任职 1 人').waitFor();
  expect(await step('开通账号并授予角色').locator('h2').innerText()).toContain('已完成');
  expect(await step('导入名册').locator('h2').innerText()).toContain('待办');
  const page = await entered('operator');
  await page.getByRole('link', { name: '名册导入' }).click();
  await page.getByLabel('名册日期').fill(listedOn);
  await page
    .getByLabel('Excel 文件')
    .setInputFiles({ name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(excerptBytes()) });
  await page.getByRole('button', { name: '正式接收' }).click();
  await page.getByText(/未接收 0/).waitFor();

  await page.goto(`${shown.url}/households/${knownHousehold}`);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('menuitem', { name: '登记问题' }).click();
  await field(page, '问题编号').getByRole('textbox').fill('ZG-2020-0001');
  await choose(page, '问题来源', '群众反映');
  await choose(page, '问题类别', '政策落实');
  await choose(page, '发现层级', '乡镇级');
  await field(page, '问题描述').getByRole('textbox').fill('东侧屋顶漏雨');
  await field(page, '生效日期').getByRole('textbox').fill('2020-03-01');
  await taken(page);
  await page.context().close();
  await admin.reload();
  await admin.getByText('建档立卡名册：已导入').waitFor();
  expect(await step('导入名册').locator('h2').innerText()).toContain('已完成');
});

it('the problem is handed over, reported by the township, and verified by a department', async () => {
  const leader = await entered('leader');
  await leader.goto(`${shown.url}/problems`);
  await leader.getByRole('row').filter({ hasText: 'ZG-2020-0001' }).getByRole('button', { name: '交办' }).click();
  await choose(leader, '责任领导', '骆长河');
  await choose(leader, '责任单位', '监军街道办事处');
  await choose(leader, '责任人', '苗春兰');
  await field(leader, '整改措施').getByRole('textbox').fill('翻修东侧屋顶');
  await field(leader, '整改时限').getByRole('textbox').fill('2020-06-30');
  await field(leader, '生效日期').getByRole('textbox').fill('2020-03-02');
  await taken(leader);
  await leader.context().close();

  const operator = await shown.at('/', { login: 'operator', password: own('operator') });
  await operator
    .getByRole('button', { name: '报告整改' })
    .or(operator.getByRole('button', { name: '接收交办' }))
    .first()
    .waitFor();
  await operator.goto(`${shown.url}/problems`);
  await act(operator, '报告整改');
  await field(operator, '整改情况').getByRole('textbox').fill('屋顶已翻修，雨天查看不漏');
  await field(operator, '生效日期').getByRole('textbox').fill('2020-04-01');
  await taken(operator);
  await operator.context().close();

  const verifier = await entered('verifier');
  await verifier.goto(`${shown.url}/problems`);
  await act(verifier, '核查');
  await field(verifier, '整改是否到位').getByRole('radio', { name: '是' }).check();
  await field(verifier, '是否实地核查').getByRole('radio', { name: '是' }).check();
  await field(verifier, '生效日期').getByRole('textbox').fill('2020-04-10');
  await taken(verifier);
  await verifier.getByRole('row').filter({ hasText: 'ZG-2020-0001' }).getByText('核查通过').waitFor();
  const verified = await recorded<{ inPlace: boolean }>(shown.office, knownHousehold, 'RectificationVerified');
  expect(verified).toHaveLength(1);
  await verifier.context().close();
});

/** Opens an act on the only problem: it stands in its row, or in the row's menu. */
async function act(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'ZG-2020-0001' });
  await row.getByText('ZG-2020-0001').first().waitFor();
  const main = row.getByRole('button', { name, exact: true });
  if ((await main.count()) > 0) return main.click();
  await row.getByRole('button').last().click();
  await page.getByRole('menuitem', { name }).click();
}

it('on a phone the steps can be read and taken', async () => {
  const page = await shown.at('/first-steps', { login: 'admin', password: own('admin') }, phone);
  await page.getByText('在职 3 人').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await pictures(page, '7-first-steps-phone');
  await page.context().close();
});
