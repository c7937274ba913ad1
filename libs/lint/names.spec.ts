import { expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ofTests = /\.(spec|long|fixture)\.ts$|\/spec\//;
const exportedType = /^export (?:abstract )?(?:interface|type|class) (\w+)/gm;

/** The libs in which types of one name are exported, by name: one word has one meaning in the whole house. */
async function exportedTwice(files: readonly string[], read: (file: string) => Promise<string>): Promise<string[]> {
  const libs = new Map<string, Set<string>>();
  for (const file of files) {
    const lib = /^libs\/(?:(?:kernel|testing|lint)|[^/]+\/[^/]+)/.exec(file)?.[0];
    if (lib === undefined || ofTests.test(file)) continue;
    for (const [, name = ''] of (await read(file)).matchAll(exportedType)) libs.set(name, (libs.get(name) ?? new Set()).add(lib));
  }
  return [...libs].filter(([, named]) => named.size > 1).map(([name, named]) => `${name}: ${[...named].join(', ')}`);
}

it('one name of a type is exported by one lib', async () => {
  const files = (await readdir(join(root, 'libs'), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `libs/${file}`);
  expect(await exportedTwice(files, (file) => readFile(join(root, file), 'utf8'))).toEqual([]);
});

it('one that two libs export is found', async () => {
  const house: Readonly<Record<string, string>> = {
    'libs/log/vault/src/place.ts': 'export interface Place {\n',
    'libs/paper/lists/src/place.ts': 'export type Place = string;\n',
    'libs/paper/lists/src/row.spec.ts': 'export class Row {\n',
    'libs/paper/lists/src/row.ts': 'export class Row {\nexport const Place = 1;\n',
    'libs/paper/workbook/src/index.ts': "export type { Row } from './row.js';\n",
  };
  const found = await exportedTwice(Object.keys(house), (file) => Promise.resolve(house[file] ?? ''));
  expect(found).toEqual(['Place: libs/log/vault, libs/paper/lists']);
});
