import type { Page } from 'playwright-core';
import type { Console } from './console.js';

/** The password that somebody chooses, and the one that an administrator gives. */
export const own = (login: string) => `${login}: a passphrase of their own`;
export const temporary = (login: string) => `${login}: temporary 1`;

/** Signs in with a temporary password, which has to be changed first; one that is too short is refused beside its field. */
export async function entered(shown: Console, login: string, given = temporary(login)): Promise<Page> {
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
export const form = (page: Page) => page.getByRole('dialog');
/** A field of it, by its whole label. */
export const field = (page: Page, label: string) =>
  form(page)
    .locator('.labelled')
    .filter({ has: page.locator('label[id$="-label"]').filter({ hasText: new RegExp(`^${label}\\*?$`) }) });

/** Chooses in a field what begins with some letters. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const input = field(page, label).getByRole('combobox');
  await input.fill(text);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();
}

export const send = (page: Page) => form(page).getByRole('button', { name: '提交' }).click();
/** Sends the form, and is refused beside a field. */
export async function refused(page: Page, label: string, said: RegExp): Promise<void> {
  await send(page);
  await field(page, label).locator('.refusal').getByText(said).waitFor();
}
/** Sends the form, and it is recorded. */
export async function taken(page: Page): Promise<void> {
  await send(page);
  await form(page).waitFor({ state: 'hidden' });
}
