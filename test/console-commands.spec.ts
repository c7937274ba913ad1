import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is needed here of how the console describes a command. */
interface Described {
  readonly path: string;
  readonly may: readonly string[];
}

/** Loaded by its path: it belongs to the console's own program, whose types are those of a browser. */
async function describedIn(file: string): Promise<Described[]> {
  const path = fileURLToPath(new URL(`../apps/web/src/commands/${file}.ts`, import.meta.url));
  const all: unknown[] = Object.values((await import(path)) as Record<string, unknown>).flat();
  return all.map((one) => {
    if (typeof one === 'function') return (one as (standard: string) => Described)('quorum'); // a standard's form is made for its shape
    return 'command' in (one as object) ? (one as { command: Described }).command : (one as Described);
  });
}

const operations = Object.entries(
  (
    JSON.parse(readFileSync(new URL('../apps/server/openapi.json', import.meta.url), 'utf8')) as {
      paths: Record<string, Record<string, { 'x-may'?: string[] }>>;
    }
  ).paths,
).flatMap(([path, methods]) => (methods['post']?.['x-may'] ? [[path.split('/').at(-1), methods['post']['x-may']] as const] : []));
const mayAsk = new Map(operations);

const files = ['household-commands', 'problem-commands', 'office-commands', 'standard-commands'];

describe.each(files)('the commands of %s', (file) => {
  it('are offered to those who may ask them, and to nobody else', async () => {
    const described = await describedIn(file);
    expect(described.length).toBeGreaterThan(2);
    for (const { path, may } of described) expect([path, [...may].sort()]).toEqual([path, [...(mayAsk.get(path) ?? [])].sort()]);
  });
});

it('every command that the server takes has a form', async () => {
  const described = (await Promise.all(files.map(describedIn))).flat();
  expect([...new Set(described.map(({ path }) => path))].sort()).toEqual([...mayAsk.keys()].sort());
});
