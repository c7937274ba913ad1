import type { Logger } from 'typeorm';

const nothing = () => undefined;

/** TypeORM would print to stdout, where `--json` promises one object alone, and could print values; errors reach the caller anyway. */
export const silence: Logger = {
  log: nothing,
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
};
