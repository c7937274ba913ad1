import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.js';
import type { Console } from './console.js';
import { choose, entered, field, form, refused, send, taken, temporary } from './forms.js';
import { pictures } from './picture.js';

/* What an administrator does in the console until a county stands, step by step, with what goes wrong on the way. */

/** A step of the page of first steps. */
export const step = (admin: Page, name: string): Locator =>
  admin.locator('.steps > li').filter({ has: admin.getByRole('heading', { name }) });

/** From the first password to the page of first steps. */
export async function begun(shown: Console): Promise<Page> {
  const admin = await entered(shown, 'admin', shown.office.password);
  await admin.getByText('已完成 0 步，共 5 步').waitFor();
  await pictures(admin, '7-desk-of-nothing');
  await admin.getByRole('link', { name: '下一步：登记单位' }).click();
  await admin.getByText('已登记单位 0 个').waitFor();
  expect(await barriersOn(admin)).toEqual([]);
  await pictures(admin, '7-first-steps');
  return admin;
}

/** Three units: what is typed wrong is told beside its field, and one that is likely there already is shown first. */
export async function withUnits(admin: Page): Promise<void> {
  const begin = () => step(admin, '登记单位').getByRole('button', { name: '登记单位' }).click();
  await begin();
  await refused(admin, '单位名称', /“单位名称”必填/);
  await field(admin, '单位名称').getByRole('textbox').fill('永寿县，扶贫办');
  await choose(admin, '单位类型', '县扶贫办');
  await choose(admin, '区域', '永寿县 610426');
  await field(admin, '层级').getByText('县级').waitFor();
  await refused(admin, '单位名称', /不含空格和标点/);
  await field(admin, '单位名称').getByRole('textbox').fill('永寿县 扶贫办'); // a space within is read away
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
}

/** Somebody who works in the county. */
export interface Official {
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
  readonly post: string;
  readonly login: string;
  readonly role: string;
}
/** Who takes a problem from being found to being verified, each of another unit. */
export const officials = {
  operator: { name: '苗春兰', phone: '13900000002', unit: '监军街道办事处', post: '扶贫专干', login: 'operator', role: '经办员' },
  leader: { name: '骆长河', phone: '13900000003', unit: '永寿县扶贫办', post: '县级领导', login: 'leader', role: '领导' },
  verifier: { name: '卞玉书', phone: '13900000004', unit: '永寿县民政局', post: '部门干部', login: 'verifier', role: '核查员' },
} as const satisfies Readonly<Record<string, Official>>;

/** Registered today, posted from years ago, and given an account in a role: each in one form. */
export async function engaged(shown: Console, admin: Page, one: Official): Promise<void> {
  await admin.goto(`${shown.url}/first-steps`);
  await step(admin, '登记干部').getByRole('button', { name: '登记干部' }).click();
  await field(admin, '姓名').getByRole('textbox').fill(one.name);
  await field(admin, '联系电话').getByRole('textbox').fill('电话');
  await choose(admin, '任职区域', '永寿县 610426');
  await refused(admin, '联系电话', /电话号码/);
  await field(admin, '联系电话').getByRole('textbox').fill(one.phone);
  await refused(admin, '身份已核实', /“身份已核实”必填/);
  await field(admin, '身份已核实').getByRole('radio', { name: '是' }).check();
  await taken(admin);

  await step(admin, '任职').getByRole('link', { name: '未任职人员' }).click();
  await admin.getByRole('link', { name: one.name }).click();
  await admin.getByRole('heading', { name: one.name }).waitFor();
  await admin.getByRole('button', { name: '任职', exact: true }).click();
  await refused(admin, '任职起始日', /“任职起始日”必填/);
  await choose(admin, '单位', one.unit);
  await choose(admin, '岗位', one.post);
  await field(admin, '任职起始日').getByRole('textbox').fill('2015-01-01');
  await taken(admin);
  await admin.locator('.card-list').getByText(one.unit).waitFor();

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
  await refused(admin, '区域', /至少指定一个地区或单位/);
  await choose(admin, '区域', '永寿县 610426');
  await admin.keyboard.press('Escape');
  if (one.login === 'verifier') {
    expect(await barriersOn(admin)).toEqual([]);
    await pictures(admin, '7-account');
  }
  await taken(admin);
}
