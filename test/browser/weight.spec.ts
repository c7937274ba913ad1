import { expect, it } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));
const mostBytes = 350 * 1024;

it('the first load takes less than 350 KB of gzipped script, before any screen', async () => {
  const page = await readFile(`${built}/index.html`, 'utf8');
  const scripts = new Set(page.match(/\/assets\/[\w.-]+\.js/g));
  const sizes = await Promise.all([...scripts].map((script) => stat(`${built}${script}.gz`)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(mostBytes);
});
