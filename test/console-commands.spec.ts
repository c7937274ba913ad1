import { describe, expect, it } from '@jest/globals';
import { product } from '@lookback/application/system';
import { listFieldsOf } from '@lookback/office/desk';
import { readFileSync } from 'node:fs';
import { fromWeb } from './support/web.js';

/** What is needed here of how the console describes a command. */
interface Described {
  readonly path: string;
  readonly may: readonly string[];
  readonly fields: object;
}

async function describedIn(file: string): Promise<Described[]> {
  const all: unknown[] = Object.values(await fromWeb<object>(`commands/${file}`)).flat();
  return all.map((one) => {
    if (typeof one === 'function') return (one as (standard: string) => Described)('quorum'); // a standard's form is made for its shape
    return 'command' in (one as object) ? (one as { command: Described }).command : (one as Described);
  });
}

interface Operation {
  readonly 'x-may': readonly string[] | 'signed in' | 'everyone';
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> };
}

const { paths } = JSON.parse(readFileSync(new URL('../apps/server/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
};
/** Whatever is decided is asked by a command in its envelope; all else that is posted is none. */
const isCommand = ({ requestBody }: Operation): boolean =>
  /\/Ask[A-Z]\w+$/.test(requestBody?.content['application/json']?.schema.$ref ?? '');
const operations = Object.entries(paths).flatMap(([path, { post }]) =>
  post && isCommand(post) ? [[path.split('/').at(-1), [...post['x-may']]] as const] : [],
);
const mayAsk = new Map(operations);

const files = [
  'household-commands',
  'member-commands',
  'four-eyes-commands',
  'request-commands',
  'problem-commands',
  'office-commands',
  'standard-commands',
];

describe.each(files)('the commands of %s', (file) => {
  it('are offered to those who may ask them, and to nobody else', async () => {
    const described = await describedIn(file);
    expect(described.length).toBeGreaterThan(1);
    for (const { path, may } of described) expect([path, [...may].sort()]).toEqual([path, [...(mayAsk.get(path) ?? [])].sort()]);
  });
});

/** About an entry: their form is made of that of the entry's kind, and who may ask is told with the history. */
const aboutEntries = ['propose-correction', 'propose-retraction'];
/** What a view says is the list itself, as it stands on the page. */
const ofLists = ['save-view', 'drop-view'];

it('every command that the server takes has a form, but for those about entries and lists', async () => {
  const described = (await Promise.all(files.map(describedIn))).flat();
  expect([...new Set([...described.map(({ path }) => path), ...aboutEntries, ...ofLists])].sort()).toEqual([...mayAsk.keys()].sort());
});

it('every entry that can be corrected by a form has one', async () => {
  const { describedAs } = await fromWeb<{ describedAs: (of: { path: string; type: string }) => Described | undefined }>(
    'commands/described',
  );
  const kinds = product.subjects
    .filter(({ amendable }) => amendable)
    .flatMap(({ routes }) => routes.flatMap(({ path, commandFrom }) => Object.keys(commandFrom ?? {}).map((type) => ({ path, type }))));
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter((kind) => describedAs(kind)?.path !== kind.path)).toEqual([]);
});

it('what a list brought takes codes from the lists of a command that a route asks', async () => {
  const { takeovers } = await fromWeb<{ takeovers: Readonly<Record<string, Described & { readonly listsOf: string }>> }>(
    'commands/takeover-commands',
  );
  const { routes } = product.subjects.find(({ name }) => name === 'household') ?? { routes: [] };
  const listsIn = (fields: object): string[] =>
    Object.values(fields as Readonly<Record<string, { kind: string; list?: string; fields?: object }>>).flatMap(
      ({ kind, list, fields: within }) => (within ? listsIn(within) : kind === 'listed' && list ? [list] : []),
    );
  for (const { fields, listsOf } of Object.values(takeovers)) {
    const line = routes.find(({ path, fromList }) => path === listsOf && !fromList);
    const offered = line ? listFieldsOf(line.command).map(({ list }) => list) : [];
    expect(listsIn(fields)).not.toEqual([]);
    expect(offered).toEqual(expect.arrayContaining(listsIn(fields)));
  }
});
