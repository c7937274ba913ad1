import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from '@lookback/office/desk';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Office, openOffice } from '../../support/office.js';
import { Running } from '../../support/running.js';
import type { Colleague } from '../../support/staff.js';
import { openBrowser } from './chromium.js';

const built = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** A phone, and a desk. */
export const phone = { viewport: { width: 360, height: 740 } } as const;
export const desk = { viewport: { width: 1440, height: 900 } } as const;

/** The whole server with its console, in a process of its own over the office's premises, and a browser before it. */
export class Console {
  private constructor(
    readonly office: Office,
    readonly url: string,
    private readonly server: Running,
    private readonly browser: Browser,
  ) {}

  static async open(toys: readonly Part[] = []): Promise<Console> {
    if (!existsSync(join(built, 'index.html'))) throw new Error('there is no console in dist/web: npm run build');
    const [office, browser] = await Promise.all([openOffice('PostgreSQL', toys), openBrowser()]);
    const kinds = toys.map(({ kind }) => kind);
    const server = Running.console(built, office.env, kinds);
    return new Console(office, await server.said(/listens on (http:\S+)/), server, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.send('SIGKILL');
    await this.server.ended();
    await this.office.close();
  }

  /** A browser of its own: nothing is left in it from another. Chinese is drawn whatever fonts the machine has. */
  async person(options: BrowserContextOptions = desk): Promise<BrowserContext> {
    const context = await this.browser.newContext({ locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'], ...options });
    context.setDefaultTimeout(15_000);
    await context.route('**/fonts-of-test/**', async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/fonts-of-test/', '');
      await route.fulfill({ body: await readFile(join(fonts, path)), contentType: path.endsWith('.css') ? 'text/css' : 'font/woff2' });
    });
    await context.addInitScript(`addEventListener('DOMContentLoaded', () => document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/fonts-of-test/index.css' })))`);
    return context;
  }

  /** A page at an address, in which nobody has signed in. */
  async door(path: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await (await this.person(options)).newPage();
    await page.goto(this.url + path);
    return page;
  }

  /** A page at an address, in which a colleague has signed in. */
  async at(path: string, { login, password }: Pick<Colleague, 'login' | 'password'>, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.door(path, options);
    await signIn(page, login, password);
    return page;
  }
}

/** Gives login and password, as people do. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('登录名').waitFor({ state: 'detached' });
}
