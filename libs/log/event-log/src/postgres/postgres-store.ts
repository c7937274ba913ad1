import type { Pool } from 'pg';
import type { LogStore } from '../log-store.js';
import { headOf } from './entries.query.js';
import { PostgresEventLog } from './postgres-event-log.js';

/** The log in the application's own database. */
export const postgresStore = (pool: Pool): LogStore => ({
  origin: '',
  found: [],
  isEmpty: async () => (await headOf(pool)) === 0,
  open: (catalogue, vault, keys) => new PostgresEventLog(pool, catalogue, vault, keys),
  close: () => Promise.resolve(),
});
