import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const config = join(root, 'libs/lint/.dependency-cruiser.cjs');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One file of the house, what it imports (`type:` as types), and the rules that this breaks. */
type Import = readonly [file: string, imports: string, ...broken: string[]];

const house: readonly Import[] = [
  ['libs/kernel/src/a.ts', 'node:crypto', 'kernel-depends-on-nothing'],
  ['libs/kernel/src/a.ts', 'uuid', 'kernel-depends-on-nothing'],
  ['libs/kernel/src/b.ts', '@lookback/log/vault', 'kernel-depends-on-nothing'],
  ['libs/kernel/src/n.ts', '@nestjs/common', 'kernel-depends-on-nothing', 'no-nest-below-office'],
  ['libs/kernel/src/a.spec.ts', 'uuid'],
  ['libs/kernel/src/a.spec.ts', '@lookback/log/vault', 'kernel-specs-know-only-tools'],
  ['libs/kernel/src/circle.ts', './circle-too.js'], // a circle is told once
  ['libs/kernel/src/circle-too.ts', './circle.js', 'no-circle'],
  ['libs/kernel/src/ring.ts', './ring-too.js'],
  ['libs/kernel/src/ring-too.ts', 'type:./ring.js', 'no-circle'], // by types either,

  ['libs/log/vault/src/a.ts', '@lookback/kernel'],
  ['libs/log/vault/src/a.ts', '@lookback/office/desk', 'log-knows-nobody-below'],
  ['libs/office/registry/src/a.ts', '@lookback/log/vault'],
  ['libs/office/registry/src/a.ts', '@lookback/case/procedure', 'office-knows-nobody-below'],
  ['libs/case/household/src/a.ts', '@lookback/office/registry'],
  ['libs/case/household/src/a.ts', '@lookback/review/history', 'case-knows-nobody-below'],
  ['libs/review/history/src/a.ts', '@lookback/case/household'],
  ['libs/review/history/src/a.ts', '@lookback/paper/print', 'review-knows-nobody-below'],
  ['libs/paper/print/src/a.ts', '@lookback/review/history'],
  ['libs/paper/print/src/app.ts', '../../../../apps/server/src/main.js', 'libs-know-no-app'],
  ['apps/server/src/main.ts', '@lookback/paper/print'],
  ['libs/paper/print/src/a.ts', '@lookback/application/system', 'paper-knows-nobody-below'],
  ['libs/application/system/src/a.ts', '@lookback/paper/print'],
  ['libs/application/system/src/a.ts', '@lookback/application/queries', 'system-knows-nobody-below'],
  ['libs/application/queries/src/a.ts', '@lookback/application/system'],
  ['libs/application/queries/src/a.ts', '@lookback/application/imports', 'queries-knows-nobody-below'],
  ['libs/application/imports/src/a.ts', '@lookback/application/module', 'imports-knows-nobody-below'],
  ['libs/application/module/src/a.ts', '@lookback/application/queries'],
  ['apps/cli/src/a.ts', '../../server/src/main.js', 'apps-stand-apart'],
  ['apps/cli/src/a.ts', '@lookback/application/module'],

  ['libs/log/runtime/src/a.ts', '@lookback/log/database', 'runtime-knows-nobody-below'],
  ['libs/log/database/src/a.ts', '@lookback/log/runtime'],
  ['apps/web/src/i18n/a.ts', '../moment/a.js', 'i18n-knows-nobody-below'],
  ['apps/web/src/moment/b.ts', '../i18n/b.js'],
  ['apps/web/src/moment/b.ts', '../session/b.js', 'moment-knows-nobody-below'],
  ['apps/web/src/api/a.ts', '../session/b.js'],
  ['apps/web/src/session/a.ts', '../api/b.js'],
  ['apps/web/src/session/a.ts', '../components/b.js', 'api-and-session-knows-nobody-below'],
  ['apps/web/src/components/a.ts', '../api/b.js'],
  ['apps/web/src/components/a.ts', '../forms/b.js', 'components-knows-nobody-below'],
  ['apps/web/src/forms/a.ts', '../components/b.js'],
  ['apps/web/src/forms/a.ts', '../commands/b.js', 'forms-knows-nobody-below'],
  ['apps/web/src/commands/a.ts', '../forms/b.js'],
  ['apps/web/src/commands/a.ts', '../shell/b.js', 'commands-knows-nobody-below'],
  ['apps/web/src/shell/a.ts', '../commands/b.js'],
  ['apps/web/src/shell/a.ts', '../screens/desk/b.js', 'shell-knows-nobody-below'],
  ['apps/web/src/screens/desk/a.ts', '../../shell/b.js'],
  ['apps/web/src/screens/desk/a.ts', '../../routes.js', 'console-entry-imports-all'],
  ['apps/web/src/main.ts', './screens/desk/b.js'],

  ['libs/log/database/src/a.ts', '@lookback/log/vault', 'database-knows-nobody-below'],
  ['libs/log/vault/src/b.ts', '@lookback/log/database'],
  ['libs/log/vault/src/b.ts', '@lookback/log/event-log', 'vault-knows-nobody-below'],
  ['libs/log/event-log/src/a.ts', '@lookback/log/vault'],
  ['libs/log/event-log/src/a.ts', '@lookback/log/attachment', 'event-log-knows-nobody-below'],
  ['libs/log/attachment/src/a.ts', '@lookback/log/seal', 'attachment-knows-nobody-below'],
  ['libs/log/seal/src/a.ts', '@lookback/log/read-model', 'seal-knows-nobody-below'],
  ['libs/log/read-model/src/a.ts', '@lookback/log/event-log'],
  ['libs/log/read-model/src/a.ts', '@lookback/log/reactor', 'read-model-knows-nobody-below'],
  ['libs/log/reactor/src/a.ts', '@lookback/log/event-log'],

  ['libs/log/event-log/src/port/a.ts', '../format/a.js', 'port-knows-nobody-below'],
  ['libs/log/event-log/src/format/a.ts', '../port/b.js'],
  ['libs/log/event-log/src/format/a.ts', '../cache/a.js', 'format-knows-nobody-below'],
  ['libs/log/event-log/src/cache/a.ts', '../copy/a.js', 'cache-knows-nobody-below'],
  ['libs/log/event-log/src/copy/a.ts', '../subscription/a.js', 'copy-knows-nobody-below'],
  ['libs/log/event-log/src/subscription/a.ts', '../drivers/a.js', 'subscription-knows-nobody-below'],
  ['libs/log/event-log/src/drivers/postgres/c.ts', '../../subscription/b.js'],
  ['libs/log/event-log/src/drivers/postgres/c.ts', '../b.js'],
  ['libs/log/event-log/src/drivers/postgres/c.ts', '../eventstoredb/b.js', 'drivers-stand-apart'],
  ['libs/log/read-model/src/declaration/a.ts', '../storage/a.js', 'declaration-knows-nobody-below'],
  ['libs/log/read-model/src/storage/a.ts', '../projecting/a.js', 'storage-knows-nobody-below'],
  ['libs/log/read-model/src/projecting/a.ts', '../rebuild/a.js', 'projecting-knows-nobody-below'],
  ['libs/log/read-model/src/rebuild/a.ts', '../following/a.js', 'rebuild-knows-nobody-below'],
  ['libs/log/read-model/src/following/a.ts', '../declaration/b.js'],
  ['libs/log/read-model/src/following/a.ts', '../asking/a.js', 'following-knows-nobody-below'],
  ['libs/log/read-model/src/timeline/a.ts', '../storage/b.js', 'timeline-knows-nobody-below'],

  ['libs/office/desk/src/a.ts', '@lookback/office/access', 'desk-declares-ports'],
  ['libs/office/access/src/a.ts', '@lookback/office/desk'],

  ['libs/case/procedure/src/a.ts', '@lookback/case/exit', 'procedure-knows-no-slice'],
  ['libs/case/exit/src/a.ts', '@lookback/case/procedure'],
  ['libs/case/exit/src/a.ts', '@lookback/case/rectification', 'slices-stand-apart'],
  ['libs/case/monitoring/src/a.ts', '@lookback/case/household', 'slices-stand-apart'],
  ['libs/case/household/src/b.ts', '@lookback/case/exit'],

  ...['@lookback/kernel', '@lookback/case/procedure', './exit.events.js', './exit.rules.js', './exit.words.js', './exit.codes.js'].map(
    (allowed): Import => ['libs/case/exit/src/exit.decider.ts', allowed],
  ),
  ['libs/case/exit/src/exit.decider.ts', 'type:./exit.commands.js'],
  ['libs/case/exit/src/bad.decider.ts', './exit.commands.js', 'deciders-know-commands-as-types'],
  ['libs/case/exit/src/bad.decider.ts', 'node:crypto', 'deciders-are-pure'],
  ['libs/case/exit/src/bad.decider.ts', './ledger.query.js', 'deciders-are-pure'],
  ['libs/case/exit/src/bad.decider.ts', '@lookback/log/vault', 'deciders-are-pure'],
  ['libs/case/exit/src/bad.decider.ts', '@nestjs/common', 'deciders-are-pure', 'no-nest-below-office'],
  ['libs/case/exit/src/exit.commands.ts', '@nestjs/common'],
  ['libs/log/seal/src/n.ts', '@nestjs/common', 'no-nest-below-office'],

  ['libs/log/database/src/b.ts', 'typeorm'],
  ['libs/log/event-log/src/drivers/postgres/a.ts', 'pg'],
  ['libs/log/event-log/src/subscription/b.ts', 'pg'],
  ['libs/log/event-log/src/copy/b.ts', 'pg', 'sql-behind-the-ports'],
  ['libs/log/read-model/src/b.ts', 'typeorm'],
  ...['projection', 'query', 'entity', 'store', 'migration', 'spec'].map((kind): Import => [`libs/case/exit/src/ledger.${kind}.ts`, 'pg']),
  ['libs/case/exit/src/b.ts', 'pg', 'sql-behind-the-ports'],
  ['libs/log/vault/src/c.ts', 'type:pg'],
  ['libs/log/vault/src/d.ts', 'typeorm', 'sql-behind-the-ports'],
  ['apps/server/src/sql.ts', 'pg', 'sql-behind-the-ports'],

  ['libs/log/event-log/src/drivers/eventstoredb/a.ts', '@eventstore/db-client'],
  ['test/bench/a.ts', '@eventstore/db-client'],
  ['test/support/past-eventstoredb.ts', '@eventstore/db-client'],
  ['libs/log/event-log/src/drivers/postgres/b.ts', '@eventstore/db-client', 'eventstoredb-behind-its-port'],
  ['test/a.spec.ts', '@eventstore/db-client', 'eventstoredb-behind-its-port'],
  ['libs/paper/workbook/src/a.ts', 'hucre'],
  ['libs/paper/print/src/b.ts', 'hucre', 'workbook-behind-its-port'],
  ['libs/office/access/src/b.ts', '@node-rs/argon2'],
  ['libs/office/access/src/c.ts', 'jose'],
  ['libs/office/registry/src/b.ts', '@node-rs/argon2', 'secrets-in-access'],
  ['apps/server/src/token.ts', 'jose', 'secrets-in-access'],

  ['libs/case/exit/src/c.ts', '@lookback/testing', 'testing-is-for-tests'],
  ['libs/case/exit/src/exit.spec.ts', '@lookback/testing'],
  ['libs/log/event-log/src/contract/a.fixture.ts', '@lookback/testing'],
  ['test/journey.spec.ts', '@lookback/testing'],
  ['libs/case/exit/src/d.ts', '../../procedure/src/a.js', 'front-doors'],
  ['apps/server/src/door.ts', '../../../libs/log/vault/src/a.js', 'front-doors'],
  ['test/journey.spec.ts', '../libs/kernel/src/ring.js', 'front-doors'],
  ['libs/case/exit/src/e.spec.ts', '../../procedure/src/gates.fixture.js'],
  ['libs/case/exit/src/e.ts', '../../procedure/src/gates.fixture.js', 'fixtures-serve-specs'],
];

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly resolved: string }[];
  }[];
}

describe('the import rules', () => {
  let found: Cruised;
  beforeAll(async () => {
    const at = await mkdtemp(join(tmpdir(), 'import-rules-'));
    try {
      await build(at);
      found = await cruised(at);
    } finally {
      await rm(at, { recursive: true });
    }
  });

  it('are each broken once here', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: readonly { name: string }[] };
    expect(new Set(house.flatMap(([, , ...broken]) => broken))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it.each(house)('%s imports %s: %s', (file, imports, ...broken) => {
    const { dependencies } = found.modules.find(({ source }) => source === file) ?? { dependencies: [] };
    const to = dependencies.find(({ module }) => module === called(imports))?.resolved;
    expect(to).toBeDefined();
    const rules = found.summary.violations
      .filter((violation) => violation.from === file && violation.to === to)
      .map((violation) => violation.rule.name);
    expect(rules.sort()).toEqual(broken.sort());
  });
});

const plain = (imports: string) => imports.replace('type:', '');
/** As dependency-cruiser names it. */
const called = (imports: string) => plain(imports).replace('node:', '');

/** The house in a folder of its own: every file, and the front door or package behind every name. */
async function build(at: string): Promise<void> {
  const files = new Map<string, string[]>();
  const add = (file: string, line = 'export const here = true;') => files.set(file, [...(files.get(file) ?? []), line]);
  for (const [file, imports] of house) {
    const name = plain(imports);
    add(file, name === imports ? `import * as m${files.get(file)?.length ?? 0} from '${name}';` : `import type * as t from '${name}';`);
    if (name.startsWith('@lookback/')) add(`libs/${name.slice('@lookback/'.length)}/src/index.ts`);
    else if (name.startsWith('.')) add(join(dirname(file), name).replace(/\.js$/, '.ts'));
    else if (!name.startsWith('node:')) add(`node_modules/${name}/index.js`);
  }
  const paths = { '@lookback/*': ['./libs/*/src/index.ts'] };
  add('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext', paths } }));
  add('package.json', JSON.stringify({ type: 'module' }));
  for (const [file, lines] of files) {
    await mkdir(dirname(join(at, file)), { recursive: true });
    await writeFile(join(at, file), lines.join('\n'));
  }
}

/** One run over the whole house; its exit code only counts what it lists. */
const cruised = (at: string) =>
  new Promise<Cruised>((take, fail) => {
    const asked = [depcruise, '--config', config, '--output-type', 'json', 'libs', 'apps', 'test'];
    execFile(process.execPath, asked, { cwd: at, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
      if (stdout) take(JSON.parse(stdout) as Cruised);
      else fail(new Error(stderr));
    });
  });
