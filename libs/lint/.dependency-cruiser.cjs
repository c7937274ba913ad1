/** Who may import whom: architecture.md's house, held. Each rule is broken once in import-rules.spec.ts. */

const floors = ['kernel', 'log', 'office', 'case', 'review', 'paper', 'application'];
const log = ['runtime', 'database', 'vault', 'event-log', 'attachment', 'seal', 'read-model', 'reactor'];
const eventLog = ['port', 'format', 'cache', 'copy', 'subscription', 'drivers'];
const readModel = ['declaration', 'timeline', 'storage', 'projecting', 'rebuild', 'following', 'asking'];
const application = ['system', 'queries', 'imports', 'module'];
const consoleFloors = ['i18n', 'moment', 'api|session', 'components', 'forms', 'commands', 'shell', 'screens'];
const slices = 'identification|assistance|rectification|exit|monitoring';

const specs = '\\.(spec|long|fixture)\\.ts$';
const sql = '\\.(projection|query|entity|store|migration)\\.ts$';
const lib = 'libs/(?:kernel|testing|lint)|libs/[^/]+/[^/]+';
const npm = (names) => ({ path: `(^|node_modules/)(${names})(/|$)` });

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** Each of a row imports none of those that follow it; `a|b` are two that stand side by side. */
const oneWay = (under, row, comment) =>
  row
    .slice(0, -1)
    .map((name, i) =>
      rule(
        `${name.replace('|', '-and-')}-knows-nobody-below`,
        comment,
        { path: `^${under}/(${name})/`, pathNot: specs },
        { path: `^${under}/(${row.slice(i + 1).join('|')})/` },
      ),
    );

module.exports = {
  forbidden: [
    rule(
      'no-circle',
      'Nothing depends on itself, by types either; a module of events reads its own exports, which is itself and no other.',
      { path: '(.+)' },
      { circular: true, pathNot: '^$1$' },
    ),
    rule(
      'kernel-depends-on-nothing',
      'Not on a package and not on Node.',
      { path: '^libs/kernel/', pathNot: specs },
      { pathNot: '^libs/kernel/' },
    ),
    rule(
      'kernel-specs-know-only-tools',
      'A spec of the kernel needs no lib to judge it.',
      { path: `^libs/kernel/.*${specs}` },
      { path: '^(libs|apps)/', pathNot: '^libs/kernel/' },
    ),
    ...oneWay('libs', floors.slice(1), 'A floor imports only floors above it.'),
    ...oneWay('libs/log', log, 'Inside log, too, imports go one way.'),
    ...oneWay(
      'libs/log/event-log/src',
      eventLog,
      'Inside the event log, too, imports go one way: its port knows nothing of how it is kept.',
    ),
    ...oneWay('libs/log/read-model/src', readModel, 'Inside the read model, too, imports go one way.'),
    rule(
      'drivers-stand-apart',
      'What two drivers share stands above both.',
      { path: '^libs/log/event-log/src/drivers/([^/]+)/', pathNot: specs },
      { path: '^libs/log/event-log/src/drivers/[^/]+/', pathNot: '^libs/log/event-log/src/drivers/$1/' },
    ),
    ...oneWay('libs/application', application, 'Inside application, too, imports go one way.'),
    ...oneWay('apps/web/src', consoleFloors, 'A floor of the console imports only floors above it.'),
    rule(
      'console-entry-imports-all',
      'What starts the console and names its addresses is imported by no floor of it.',
      { path: '^apps/web/src/[^/]+/' },
      { path: '^apps/web/src/[^/]+$' },
    ),
    rule('libs-know-no-app', 'Apps wire libs.', { path: '^libs/' }, { path: '^apps/' }),
    rule('apps-stand-apart', 'What two apps share is a lib.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule(
      'testing-is-for-tests',
      'Nothing that ships imports libs/testing.',
      { path: '^(libs|apps)/', pathNot: `^libs/testing/|${specs}` },
      { path: '^libs/testing/' },
    ),
    rule(
      'desk-declares-ports',
      'Access, registry and standards fill what the desk declares.',
      { path: '^libs/office/desk/', pathNot: specs },
      { path: '^libs/office/', pathNot: '^libs/office/desk/' },
    ),
    rule(
      'procedure-knows-no-slice',
      'Slices use it.',
      { path: '^libs/case/procedure/' },
      { path: '^libs/case/', pathNot: '^libs/case/procedure/' },
    ),
    rule(
      'slices-stand-apart',
      'Subjects compose slices; a slice declares the view that it needs.',
      { path: `^libs/case/(${slices})/` },
      { path: '^libs/case/', pathNot: '^libs/case/(procedure|$1)/' },
    ),
    rule(
      'deciders-are-pure',
      'Kernel, procedure, and what its own slice says.',
      { path: '^(.+/)[^/]+\\.decider\\.ts$' },
      {
        pathNot:
          '^libs/(kernel|case/procedure)/|^$1(?!.*\\.(decider|routes|projection|query|entity|store|migration|controller|dto)\\.ts$)[^/]+\\.ts$',
      },
    ),
    rule(
      'deciders-know-commands-as-types',
      'A command class carries HTTP decorators.',
      { path: '\\.decider\\.ts$' },
      { path: '\\.commands\\.ts$', dependencyTypesNot: ['type-only', 'type-import'] },
    ),
    rule(
      'sql-behind-the-ports',
      'Types may pass through. The notifier of subscriptions listens over a connection of its own.',
      {
        path: '^(libs|apps)/',
        pathNot: `^libs/log/(database|event-log/src/(drivers/postgres|subscription)|read-model)/|^libs/testing/|${sql}|${specs}`,
      },
      { ...npm('typeorm|pg|pg-copy-streams'), dependencyTypesNot: ['type-only', 'type-import'] },
    ),
    rule(
      'eventstoredb-behind-its-port',
      'One folder can be swapped whole; a bench measures the bare client beside it, and specs reach past the log by it.',
      { pathNot: '^libs/log/event-log/src/drivers/eventstoredb/|^test/(bench/|support/past-eventstoredb\\.ts$)' },
      npm('@eventstore/db-client'),
    ),
    rule(
      'workbook-behind-its-port',
      'Whatever reads Excel meets hostile files there; specs look at what was written.',
      { pathNot: `^libs/paper/workbook/|${specs}` },
      npm('hucre'),
    ),
    rule(
      'secrets-in-access',
      'Passwords and tokens are made and checked in one place; a contender of the bench has its own.',
      { pathNot: '^(libs/office/access|test/bench/contenders)/' },
      npm('@node-rs/argon2|jose'),
    ),
    rule(
      'no-nest-below-office',
      'What is recorded and decided needs no framework.',
      { path: '^libs/(kernel|log)/|\\.decider\\.ts$' },
      npm('@nestjs'),
    ),
    rule(
      'front-doors',
      'Another lib only through its src/index.ts.',
      { path: `^(${lib}|apps/[^/]+|test)/` },
      { path: '^libs/', pathNot: `^$1/|^(?:${lib})/src/index\\.ts$|\\.fixture\\.ts$` },
    ),
    rule(
      'fixtures-serve-specs',
      'What specs stand on is imported by specs and by other fixtures.',
      { path: '^(libs|apps)/', pathNot: specs },
      { path: '\\.fixture\\.ts$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist|^apps/web/dist' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
