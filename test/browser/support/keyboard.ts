import type { Page } from 'playwright-core';
import type { Colleague } from '../../support/staff.js';
import type { Console } from './console.js';

/** What has the focus, as a screen reader would call it. */
const focused = `(() => {
  const one = document.activeElement;
  const label = one.getAttribute('aria-label') ?? (one.labels?.length ? one.labels[0].innerText : one.innerText);
  return (label ?? '').trim();
})()`;

/** Somebody who has no mouse. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Opens the desk of a colleague: everything else is reached from there. */
  static async atDesk(shown: Console, { login, password }: Colleague): Promise<Keyboard> {
    const keys = new Keyboard(await shown.door('/'));
    await keys.page.getByLabel('登录名').waitFor();
    await keys.type(/^登录名/, login);
    await keys.type(/^密码/, password);
    await keys.page.keyboard.press('Enter');
    await keys.page.getByRole('heading', { name: '我的工作台' }).waitFor();
    return keys;
  }

  /** Tabs on until something of this name has the focus. */
  async to(name: RegExp, most = 120): Promise<void> {
    const passed: string[] = [];
    for (let i = 0; i < most; i++) {
      const now = await this.page.evaluate<string>(focused);
      if (name.test(now)) return;
      passed.push(now.slice(0, 20));
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no Tab leads to ${String(name)}; it passed ${passed.join(' | ')}`);
  }

  /** Tabs to it and presses a key there. */
  async press(name: RegExp, key = 'Enter'): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press(key);
  }

  /** Tabs to a field and types. */
  async type(name: RegExp, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.type(text);
  }
}
