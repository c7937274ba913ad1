import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { colleague, type Colleague, county, mustBe, newcomer, official } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { Console } from './support/console.js';
import { choose, field, taken } from './support/forms.js';
import { picture, pictures } from './support/picture.js';
import { type Language, words } from './support/correction-words.js';

let shown: Console;
let at: ProblemOffice;
let operator: Colleague;
let second: Colleague;
let reviewer: Colleague;
let person: string;
const path = `/households/${knownId}`;
const reason = '工资性收入漏填一人';
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Something is recorded without the console; gives its place in the log. */
async function recorded(who: Colleague, name: string, command: object, mode = 'act'): Promise<number> {
  const body = { command, envelope: { effectiveOn: today(), mode } };
  const { text } = await mustBe(201, shown.office.ask('POST', `${path}/${name}?wait=projected`, body, who.token));
  return (JSON.parse(text) as { position: number }).position;
}
const form = (page: Page) => page.getByRole('dialog');
const entryAt = (page: Page, position: number) => page.locator(`article#entry-${String(position)}`).last();

beforeAll(async () => {
  shown = await Console.open();
  at = await ProblemOffice.over(shown.office);
  const { ask } = shown.office;
  operator = await newcomer(ask, at.staff, { login: 'late.teller', rights: ['record', 'report-late', 'confirm'] });
  reviewer = await newcomer(ask, at.staff, { login: 'reviewer', rights: ['review'] });
  const post = { post: 'county-office', unit: at.staff.units.office, level: 'county', region: county };
  person = await official(ask, at.staff.admin.token, '闻人正', '13900000777', post);
  second = await colleague(ask, at.staff.admin.token, { login: 'second.person', rights: ['confirm'], person });
}, 120_000);
afterAll(() => shown.close());

/** The file, in a language, before somebody. */
async function fileBefore(who: Colleague, language: Language, at = path): Promise<Page> {
  const page = await shown.at(at, who);
  await page.evaluate(`localStorage.setItem('lookback.language', '${language}')`);
  await page.reload();
  return page;
}

const income = {
  ...{ 起: '2019-01-01', 止: '2019-12-31', 对照贫困线年份: '2019', 生产经营性收入: '0', 转移性收入: '0', 财产性收入: '0' },
  ...{ 生产经营性支出: '0', 工资性收入: '9000' },
};

/** Opens the form of an income, and fills it. */
async function assessing(page: Page, persons: string): Promise<void> {
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('menuitem', { name: '核算收入' }).click();
  for (const [label, value] of Object.entries({ ...income, 人数: persons })) await field(page, label).locator('input').fill(value);
}

describe('what a rule refuses', () => {
  it('is sent as a late report, by who may, once its broken rules are told', async () => {
    const page = await shown.at(path, operator);
    await assessing(page, '5');
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    const offer = form.getByRole('status').filter({ hasText: '可作为补录提交' });
    await offer.getByText('违反下列规则').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'late-report');
    await offer.getByRole('button', { name: '作为补录提交' }).click();
    await page.getByText('由其他单位人员复核确认后生效').first().waitFor();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor();
    await page.context().close();
  });

  it('counts once somebody of another unit confirms it on the file', async () => {
    const page = await shown.at('/', second);
    const tray = page.locator('section.tray').filter({ has: page.getByRole('heading', { name: '待复核的更正与补录 1' }) });
    await tray.getByText('补录', { exact: true }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'desk-to-answer');
    await tray.getByRole('link').first().click();
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor();
    await pictures(page, 'late-report-to-answer');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: '确认补录' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '待复核的更正与补录' }).waitFor({ state: 'detached' });
    await page
      .getByText(/1,?800(\.00)?\b/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('stands answered on the desk of who reported it', async () => {
    const page = await shown.at('/', operator);
    const tray = page.locator('section.tray').filter({ has: page.getByRole('heading', { name: '我提出的更正与补录' }) });
    await tray.getByText('已同意').waitFor();
    await tray.getByText('闻人正').waitFor();
    await page.context().close();
  });

  it('is offered to nobody who may not', async () => {
    const page = await shown.at(path, at.staff.operator);
    await assessing(page, '5');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('form .refusal, form [role=alert]').first().waitFor();
    expect(await page.getByText('作为补录提交').count()).toBe(0);
    await page.context().close();
  });
});

/** Fills the form of a householder's request. */
async function asking(page: Page): Promise<void> {
  await field(page, '农户说明').locator('textarea').fill('收入记多了，去年没有外出务工');
  await field(page, '家庭成员').getByRole('combobox').click();
  await page.locator('.ant-select-item-option').first().click();
  await choose(page, '确认方式', '按手印');
}

describe('what a member of the household wants put right', () => {
  it('is typed in on the file, and answered there by who reviews', async () => {
    const page = await shown.at(path, operator);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('menuitem', { name: '登记更正要求' }).click();
    await asking(page);
    expect(await barriersOn(page)).toEqual([]);
    await pictures(page, 'correction-requested');
    await taken(page);
    await page.getByRole('heading', { name: '待答复的更正要求' }).waitFor();
    await page.context().close();

    const reviewing = await shown.at('/', reviewer);
    await reviewing.locator('section.tray').filter({ hasText: '农户的更正要求' }).getByRole('link').first().click();
    await reviewing.getByText('收入记多了，去年没有外出务工').first().waitFor();
    await pictures(reviewing, 'correction-request-to-answer');
    await reviewing.getByRole('button', { name: '答复更正要求' }).click();
    await choose(reviewing, '处理结果', '不属实');
    await field(reviewing, '答复内容').locator('textarea').fill('经入户核实，收入属实');
    await taken(reviewing);
    await reviewing.getByRole('heading', { name: '待答复的更正要求' }).waitFor({ state: 'detached' });
    await reviewing.context().close();
  });
});

describe.each<Language>(['zh', 'en'])('a wrong income, in %s,', (language) => {
  const said = words[language];
  const found = { from: '2019-01-01', to: '2019-12-31', lineYear: 2019, wageFen: 900_000, businessFen: 0, transferFen: 0 };
  const wrong = { ...found, propertyFen: 0, costsFen: 0, netFen: 900_000, persons: 3, perPersonFen: 300_000 };
  let position: number;

  it('is said to be wrong from its entry: the form has what holds now, shows what it was, and what would follow', async () => {
    position = await recorded(operator, 'assess-income', wrong);
    const page = await fileBefore(operator, language);
    await page.getByRole('button', { name: `${said.correct} @${String(position)}` }).click();
    const wage = field(page, said.wage).locator('input');
    expect(await wage.inputValue()).toBe('9000.00');
    await wage.fill('12000');
    await form(page).getByText(said.was).first().waitFor();
    const follows = form(page).getByRole('status', { name: said.follows });
    await follows.getByText('4000').first().waitFor();
    await field(page, said.why).locator('textarea').fill(reason);
    expect(await barriersOn(page)).toEqual([]);
    await picture(page, `correction-${language}`);
    await form(page).getByRole('button', { name: said.send, exact: true }).click();
    await page.getByRole('heading', { name: said.waiting }).waitFor();
    await entryAt(page, position).getByText(said.before).waitFor();
    await page.context().close();
  });

  it('is approved by a second person, who sees the old beside the new', async () => {
    const page = await fileBefore(second, language);
    const waiting = page.locator('section').filter({ has: page.getByRole('heading', { name: said.waiting }) });
    await waiting.getByText(said.before).waitFor();
    await waiting.getByText(said.after).waitFor();
    await waiting.getByText(reason).first().waitFor();
    await waiting.getByRole('button', { name: said.approve }).click();
    await form(page).getByRole('status', { name: said.follows }).getByText('4000').first().waitFor();
    await picture(page, `approval-${language}`);
    await form(page).getByRole('button', { name: said.send, exact: true }).click();
    await page.getByRole('heading', { name: said.waiting }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is found by an inspector, struck through under what counts, with both persons, and why', async () => {
    const page = await fileBefore(at.workers.inspector, language);
    const entry = entryAt(page, position);
    await entry.getByText(said.corrected, { exact: true }).waitFor();
    await entry.locator('.entry-sentence').getByText(said.after).waitFor();
    await entry.locator('del').getByText(said.before).waitFor();
    for (const told of ['闻人正', reason, said.agreed]) await entry.getByText(told).first().waitFor();
    await picture(page, `corrected-${language}`);
    expect(await barriersOn(page)).toEqual([]);
    await entry
      .getByRole('link', { name: `@${String(position)}` })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: `@${String(position)}` }).waitFor();
    await page.locator('del').getByText(said.before).waitFor();
    await page.getByText('闻人正').first().waitFor();
    const factOn = async (moment: string, perPerson: string) => {
      await page.goto(`${shown.url}${path}?${moment}`);
      await page.locator('dd').getByText(perPerson).first().waitFor();
    };
    await factOn(`at=${today()}`, '4000.00');
    await entryAt(page, position).getByRole('link', { name: said.changed }).click();
    for (const told of ['3000.00', '4000.00']) await page.locator('main').getByText(told).first().waitFor();
    await factOn(`at=${today()}&known=@${String(position)}`, '3000.00');
    await page.context().close();
  });
});

describe('a problem recorded by mistake', () => {
  const said = words.zh;

  it('is struck out by two persons, and stands in no ledger', async () => {
    const number = 'ZG-2020-0801';
    const position = await recorded(operator, 'record-problem', {
      ...{ number, source: 'self-check', class: 'exit', level: 'township', words: '误录的问题' },
    });
    const inspecting = await fileBefore(at.workers.inspector, 'zh');
    await inspecting.getByRole('button', { name: `${said.strikeOut} @${String(position)}` }).click();
    await field(inspecting, said.why).locator('textarea').fill('重复登记');
    await form(inspecting).getByRole('button', { name: said.send, exact: true }).click();
    await inspecting.getByRole('heading', { name: said.waiting }).waitFor();
    const page = await fileBefore(second, 'zh');
    await page.getByRole('button', { name: said.approve }).click();
    await form(page).getByRole('button', { name: said.send, exact: true }).click();
    await entryAt(page, position).getByText(said.struckOut, { exact: true }).waitFor();
    await inspecting.goto(`${shown.url}/problems`);
    await inspecting.locator('.empty').first().waitFor();
    expect(await inspecting.getByText(number).count()).toBe(0);
    await Promise.all([page.context().close(), inspecting.context().close()]);
  });
});

describe('a late report, in English,', () => {
  const said = words.en;

  it('is declined with a reason, and never counts', async () => {
    const off = { from: '2019-01-01', to: '2019-12-31', lineYear: 2019, wageFen: 900_000, businessFen: 0, transferFen: 0, propertyFen: 0 };
    const report = { ...off, costsFen: 0, netFen: 900_000, persons: 6, perPersonFen: 150_000 };
    await recorded(operator, 'assess-income', report, 'report');
    const page = await fileBefore(second, 'en');
    await page.getByRole('button', { name: said.decline }).click();
    await field(page, said.reason).locator('textarea').fill('与户籍人数不符');
    await form(page).getByRole('button', { name: said.send, exact: true }).click();
    await page.getByRole('heading', { name: said.waiting }).waitFor({ state: 'detached' });
    await page.getByText('与户籍人数不符').first().waitFor();
    await page.context().close();
  });
});

describe('what is wrong elsewhere', () => {
  it('in what a list said is corrected by a form of its own, and in an official’s record by that of its entry', async () => {
    const page = await fileBefore(operator, 'zh');
    await page
      .getByRole('button', { name: /^更正 @/ })
      .last()
      .click();
    await choose(page, '贫困户属性', '低保贫困户');
    await field(page, '更正理由').locator('textarea').fill('名册抄录有误');
    await form(page).getByRole('status').getByText('低保贫困户').first().waitFor();
    await picture(page, 'correction-of-a-list');
    await taken(page);
    await page.getByText('名册抄录有误').first().waitFor();
    await page.context().close();
    const administering = await fileBefore(at.staff.admin, 'zh', `/people/${person}`);
    await administering
      .getByRole('button', { name: /^更正 @/ })
      .last()
      .click();
    await field(administering, '姓名').locator('input').fill('闻人政');
    await field(administering, '更正理由').locator('textarea').fill('姓名误写');
    await picture(administering, 'correction-of-an-official');
    await taken(administering);
    await administering.getByText('姓名误写').first().waitFor();
    await administering.context().close();
  });
});

it('what a member of the household wants put right of one entry is answered by a proposal about it', async () => {
  const page = await fileBefore(operator, 'zh');
  const request = page.getByRole('button', { name: /^登记更正要求 @/ });
  await request.first().click();
  await asking(page);
  await taken(page);
  const waiting = page.locator('section').filter({ has: page.getByRole('heading', { name: '待答复的更正要求' }) });
  await waiting.getByRole('button', { name: /^撤销 @/ }).click();
  await field(page, '更正理由').locator('textarea').fill('农户要求，经核实');
  await taken(page);
  await waiting.waitFor({ state: 'detached' });
  await page.context().close();
});
