import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures go; taken only where `SCREENSHOTS` names a folder, so that a test leaves no trace. */
const folder = process.env['SCREENSHOTS'];

/** A picture of what is in sight, once its letters are drawn. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  await mkdir(resolve(folder), { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(resolve(folder), `${name}.png`), animations: 'disabled' });
}
