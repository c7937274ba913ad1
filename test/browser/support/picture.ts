import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Where pictures go; taken only where `SCREENSHOTS` names a folder, so that a test leaves no trace. */
const folder = process.env['SCREENSHOTS'];

/** A picture of what is in sight, once its letters are drawn; of few colours, so that it is small. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  await mkdir(resolve(folder), { recursive: true });
  await page.evaluate('document.fonts.ready');
  const taken = await page.screenshot({ animations: 'disabled' });
  await writeFile(join(resolve(folder), `${name}.png`), await sharp(taken).png({ palette: true, effort: 10 }).toBuffer());
}

/** The same in both languages: one switches, and switches back. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  await picture(page, `${name}-zh`);
  await switchLanguage(page, 'en');
  await picture(page, `${name}-en`);
  await switchLanguage(page, 'zh-CN');
}

/** By the button itself, even behind a drawer; it is named in the language that it would switch to then. */
export async function switchLanguage(page: Page, to: 'en' | 'zh-CN'): Promise<void> {
  await page.evaluate("document.querySelector('.bar [lang]').click()");
  await page.locator(`.bar [lang=${to === 'en' ? 'zh-CN' : 'en'}]`).waitFor();
}
