import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendMany } from './append.sql.js';

/** A log that was opened when each commit of a call was weighed by itself takes them all at once now. A newer one has that already. */
export class AppendAtOnce1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION IF EXISTS log.append(text, int[], text, text, smallint[], bytea, text, text, text);
      ${appendMany}
      REVOKE ALL ON FUNCTION log.append FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION log.append TO ${applicationRole};
    `);
  }

  /** @throws always: nothing asks by the older one any more. */
  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}
