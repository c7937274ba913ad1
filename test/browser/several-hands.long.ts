import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { county, newcomer } from '../support/staff.js';
import { Console } from './support/console.js';
import { recorded } from './support/recorded.js';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

describe('a standard', () => {
  it('is proposed by one and confirmed by another; who proposed it cannot, and nobody else is offered it', async () => {
    const holder = (login: string) => newcomer(office.office.ask, office.staff, { login, rights: ['standards'] });
    const [one, another] = [await holder('holder.one'), await holder('holder.another')];
    const path = `/standards?region=${county}`;
    const proposer = await shown.at(path, one);
    await proposer.getByRole('button', { name: '申请设定标准' }).click();
    await proposer.getByRole('menuitem', { name: '交办接收时限' }).click();
    const form = proposer.getByRole('dialog');
    await form.getByLabel('天数').fill('0');
    await form.getByLabel('依据文件').fill('永政发〔2020〕3号');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('“天数”不得小于 1').waitFor();
    expect(await form.getByLabel('依据文件').inputValue()).toBe('永政发〔2020〕3号');
    await form.getByLabel('天数').fill('10');
    await form.getByRole('button', { name: '提交' }).click();
    await proposer.getByText('须由另一账号的第二人办理').waitFor();
    expect(await proposer.getByRole('button', { name: '批准' }).count()).toBe(0);

    const onlooker = await shown.at(path, office.staff.operator);
    await onlooker.getByRole('heading', { name: '交办接收时限' }).waitFor();
    for (const absent of ['申请设定标准', '批准']) expect(await onlooker.getByRole('button', { name: absent }).count()).toBe(0);

    const confirmer = await shown.at(path, another);
    await confirmer.getByRole('button', { name: '批准' }).click();
    await confirmer.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    const held = confirmer.getByRole('listitem').filter({ hasText: '交办接收时限' }).filter({ hasNotText: '拟自' });
    await held.getByText('永政发〔2020〕3号').waitFor();
    expect(await held.innerText()).toMatch(/天数 10 /);
    for (const page of [proposer, onlooker, confirmer]) await page.context().close();
  });
});

describe('the head of a household', () => {
  it('changes once it is said how the former head is related to the new one', async () => {
    const page = await shown.at(`/households/${knownId}`, office.staff.operator);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('menuitem', { name: '变更户主' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: /^新户主/ }).click();
    const second = page.locator('.ant-select-item-option').nth(1);
    const name = (await second.innerText()).trim();
    await second.click();
    await form.getByRole('button', { name: '提交' }).click();
    await form.locator('.refused', { hasText: '其他成员与新户主的关系' }).locator('.refusal').waitFor();
    const former = form.locator('.checklist-line').filter({ hasText: '请选择' }).getByRole('combobox');
    await former.fill('配偶');
    await former.press('Enter');
    await form.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor();
    expect(await recorded(office.office, knownHousehold, 'HeadChanged')).toHaveLength(1);
    await page.context().close();
  });
});
