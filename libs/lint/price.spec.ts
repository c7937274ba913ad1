import { expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/* What one more kind of subject costs, counted: one folder, and one line in the list of parts. Source: architecture.md, "Price of a slice". */

const root = resolve(import.meta.dirname, '../..');
const toy = 'test/support/toys/well';
/** As many files, most of a few lines. */
const most = { files: 9, lines: 80 };

const filesIn = async (folder: string) =>
  (await readdir(join(root, folder), { recursive: true }))
    .filter((file) => /\.(tsx?|json|css|sql)$/.test(file))
    .map((file) => `${folder}/${file}`);
const read = (file: string) => readFile(join(root, file), 'utf8');

/** What a toy brings: its types of events, its rules, its routes, and its words. */
function namesIn(text: string): string[] {
  const said = [/event\(\s*'(\w+)'/g, /'(well\.[a-z-]+)'/g, /route\('([a-z-]+)'/g, /zh: '([^'{]*井[^'{]*)'/g];
  return said.flatMap((shape) => [...text.matchAll(shape)].map(([, name = '']) => name));
}

it('a toy subject is one folder of at most nine short files', async () => {
  const files = await filesIn(toy);
  expect(files.length).toBeLessThanOrEqual(most.files);
  const lines = await Promise.all(files.map(async (file) => (await read(file)).split('\n').length));
  expect(Math.max(...lines)).toBeLessThanOrEqual(most.lines);
});

it('it is mounted by one line', async () => {
  const list = await read('test/support/toys/toys.ts');
  expect(list.split('\n').filter((line) => line.includes('wellPart') && !line.startsWith('import'))).toHaveLength(1);
});

it('nothing of the product and of its console knows it', async () => {
  const own = await Promise.all((await filesIn(toy)).map(read));
  const names = [...new Set(own.flatMap(namesIn))];
  expect(names).toEqual(expect.arrayContaining(['WellDug', 'well.not-deeper', 'dig-well', '水井']));
  const house = (await Promise.all(['libs', 'apps/server/src', 'apps/cli/src', 'apps/web/src'].map(filesIn))).flat();
  const texts = await Promise.all(
    house.filter((file) => !file.endsWith('.spec.ts')).map(async (file) => [file, await read(file)] as const),
  );
  const known = texts.flatMap(([file, text]) => names.filter((name) => text.includes(name)).map((name) => `${name}: ${file}`));
  expect(known).toEqual([]);
});
