import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const settings = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
const [, swc] = settings.jest.transform['^.+\\.ts$'];

/** `@lookback/*` to the front door of its source, and `.js` to the `.ts` that it is built from. */
export function resolve(specifier, context, next) {
  const lib = /^@lookback\/(.+)$/.exec(specifier)?.[1];
  if (lib) return next(new URL(`libs/${lib}/src/index.ts`, root).href, context);
  const source = /^\.{1,2}\/.*\.js$/.test(specifier) && new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
  return next(source && existsSync(source) ? source.href : specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swc, filename, swcrc: false, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
