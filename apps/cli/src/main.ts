import { Command } from 'commander';
import { end, finish } from './finish.js';
import { listVerb } from './list-verb.js';
import { loaded } from './loaded.js';

/** The server as the build puts it beside this: it begins as it is loaded. */
const server = new URL('../../server/src/main.js', import.meta.url).href;
const date = '<YYYY-MM-DD>';
const lookback = new Command('lookback').description('Event-sourced case management for look back (回头看) reviews').exitOverride();

lookback
  .command('serve')
  .description('starts the server; settings come from the environment')
  .action(async () => {
    await import(server);
    await new Promise(() => undefined); // the server ends the process
  });
lookback
  .command('login')
  .description('signs in on this machine; the password is asked for, or read from standard input')
  .argument('<login>')
  .action(loaded(async () => (await import('./verbs/login.js')).loginVerb));

const takes = lookback.command('import').description('takes lists from outside over');
const list = (name: string, description: string) =>
  takes
    .command(name)
    .description(description)
    .argument('<file>')
    .option(`--dated ${date}`, 'the date of the list; today unless given')
    .option('--dry-run', 'looks through the list and records nothing')
    .option('--refused <file>', 'writes what is refused to a workbook that can be mended and imported')
    .option('--json', 'one object on standard output');
list('roster', 'the national registry’s member-level export (.xlsx)').action(
  listVerb(async () => (await import('./verbs/import-roster.js')).importRosterVerb),
);
list('pairing', 'who helps which household (.xlsx); after the roster').action(
  listVerb(async () => (await import('./verbs/import-pairing.js')).importPairingVerb),
);
list('ledger', 'problems and their rectification (.xlsx); after the roster').action(
  listVerb(async () => (await import('./verbs/import-ledger.js')).importLedgerVerb),
);
takes
  .command('regions')
  .description('divisions of GB/T 2260 (.csv: code, name, level, parent)')
  .argument('<file>')
  .option(`--from ${date}`, 'the day from which they hold, also one to come; of a county without any, the year of the first registration')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/import-regions.js')).importRegionsVerb));

lookback
  .command('export')
  .description('writes lists that can be taken over again')
  .command('ledger')
  .description('problems and their rectification, as a workbook (.xlsx)')
  .argument('<file>')
  .option('--region <code>', 'only of this region')
  .option('--class <code>', 'only of this class')
  .option('--source <code>', 'only from this source')
  .option('--unit <id>', 'only those for which this unit is responsible')
  .option('--person <id>', 'only those that this person leads or is in charge of')
  .option('--status <status>', 'only those that stand so')
  .option('--overdue <true|false>', 'only those whose limit has passed, or the others')
  .option(`--at ${date}`, 'as it was on a day; today unless given')
  .option('--known <moment>', '@position, instant or day; the newest unless given')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/export-ledger.js')).exportLedgerVerb));

lookback
  .command('acts')
  .description('what can be asked of which subjects, and with which fields')
  .argument('[subjects]', 'households, people, units, …')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/acts.js')).actsVerb));
lookback
  .command('ask')
  .description('asks an act of a subject, as its form does; fields as --field value, parts of one as --field.part value')
  .argument('<subjects>', 'households, people, units, …')
  .argument('<id>', 'its id; - where the act opens a new one')
  .argument('<act>', 'as lookback acts lists it')
  .argument('[fields...]', '--field value …')
  .option(`--on ${date}`, 'the day from which it holds; today unless given')
  .option('--acted-by <id>', 'who decided or did it; oneself unless given')
  .option('--document <number>', 'the document that it rests on')
  .option('--key <key>', 'asked twice under one key, it is recorded once')
  .option('--json', 'one object on standard output')
  .allowUnknownOption()
  .action(loaded(async () => (await import('./verbs/ask.js')).askVerb));

lookback
  .command('history')
  .description('what was recorded of a household, as sentences')
  .argument('<household>', 'id or number')
  .option('--known <moment>', '@position, instant or day')
  .option('--json', 'whole entries')
  .action(loaded(async () => (await import('./verbs/history.js')).historyVerb));
lookback
  .command('as-of')
  .description('a household on a day, as known at a position')
  .argument('<household>', 'id or number')
  .option(`--at ${date}`, 'the day; today unless given')
  .option('--known <moment>', '@position, instant or day; the newest unless given')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/as-of.js')).asOfVerb));
lookback
  .command('diff')
  .description('what differs between a household at two moments, and the entries that make the difference')
  .argument('<household>', 'id or number')
  .option(`--at ${date}`, 'the first day; today unless given')
  .option('--known <moment>', '@position, instant or day; the newest unless given')
  .option(`--vs ${date}`, 'the second day; today unless given')
  .option('--vs-known <moment>', '@position, instant or day; the newest unless given')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/diff.js')).diffVerb));
lookback
  .command('confirm-clock')
  .description('the clock parted, or stood before the last entry, and is right now: record again')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/confirm-clock.js')).confirmClockVerb));
lookback
  .command('admin')
  .description('the way back in, on the server’s own machine')
  .command('reset')
  .description('gives an administrator a password where none is left who can sign in; every account is told')
  .argument('[login]', 'one that only administers, or a new one', 'admin')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/admin-reset.js')).adminResetVerb));
lookback
  .command('rules')
  .description('every rule that may refuse')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/rules.js')).rulesVerb));
lookback
  .command('status')
  .description('how far the read models are behind the log, and which streams they had to leave alone')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/status.js')).statusVerb));
lookback
  .command('rebuild')
  .description('derives the read models anew from the log')
  .argument('[model]')
  .option('--compare', 'compares with the live tables and changes nothing')
  .option('--back', 'puts what the last rebuild replaced in its place again')
  .option('--drop-old', 'lets go what the last rebuild replaced')
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/rebuild.js')).rebuildVerb));

const where = 'database (the one of the settings), postgres://… (its owner’s URL) or esdb://…';
lookback
  .command('log')
  .description('the log as a whole')
  .command('copy')
  .description('copies a log into an empty one, compares both entry by entry, and opens the copy for use')
  .requiredOption('--from <log>', where)
  .requiredOption('--to <log>', where)
  .option('--json', 'one object on standard output')
  .action(loaded(async () => (await import('./verbs/log-copy.js')).logCopyVerb));

try {
  await lookback.parseAsync();
} catch (error) {
  finish(error);
}
await end();
