import type { Pool } from 'pg';
import { identityIn } from '../../format/identity.js';
import { type LogStore, unfinished } from '../../port/log-store.js';
import { proposedIdentity } from '../proposed-origin.js';
import { entriesAfter } from './all.query.js';
import { unchecked } from './copy-out.js';
import { headOf } from './entries.query.js';
import { PostgresEventLog } from './postgres-event-log.js';
import { fillPostgres } from './postgres-filling.js';
import { storedIn } from './stored.query.js';

/** The log in the application's own database. */
export const postgresStore = (pool: Pool): LogStore => ({
  origin: '',
  found: [],
  async isEmpty() {
    if ((await headOf(pool)) > 0) return false;
    if ((await entriesAfter(unchecked(pool), { after: 0, upTo: 1, limit: 1 })).length > 0) throw unfinished();
    return true;
  },
  async identity() {
    const [first] = await entriesAfter(unchecked(pool), { after: 0, upTo: 1, limit: 1 });
    return first ? identityIn(first) : proposedIdentity(pool);
  },
  async *stored(after) {
    yield* storedIn(unchecked(pool), { after }, await headOf(pool));
  },
  fill: fillPostgres,
  open: (catalogue, vault, keys) => new PostgresEventLog(pool, catalogue, vault, keys),
  close: () => Promise.resolve(),
});
