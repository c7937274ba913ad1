import { randomBytes } from 'node:crypto';

/** What a log may stand on. */
export type Where = 'PostgreSQL' | 'EventStoreDB';

const url = process.env['EVENTSTORE_URL'];
if (url === undefined) process.stderr.write('EVENTSTORE_URL names no server: nothing is tested over EventStoreDB\n');

/** Those that there are servers for. */
export const everyLog: readonly Where[] = url === undefined ? ['PostgreSQL'] : ['PostgreSQL', 'EventStoreDB'];

/** The settings of a log that nobody has used. */
export const settingsOf = (where: Where): Readonly<Record<string, string>> =>
  where === 'PostgreSQL' ? {} : { LOOKBACK_EVENTSTORE_URL: url ?? '', LOOKBACK_EVENTSTORE_LOG: `test-${randomBytes(6).toString('hex')}` };
