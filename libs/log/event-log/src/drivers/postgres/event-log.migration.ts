import { applicationRole, readSql } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const definitions = ['schema.sql', 'only-forward.sql', 'append.sql', 'position-at.sql', 'stream-slices.sql'].map((file) =>
  readSql(import.meta.url, file),
);

/** The log. The application appends by its functions and reads; it cannot insert, and nobody changes what is written. */
export class EventLog1735689600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of definitions) await runner.query(sql);
    await runner.query(`
      REVOKE ALL ON SCHEMA log FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA log FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
      GRANT USAGE ON SCHEMA log TO ${applicationRole};
      GRANT SELECT ON log.head, log.stream, log.entry TO ${applicationRole};
      GRANT EXECUTE ON FUNCTION log.append, log.append_one, log.position_at, log.pieces TO ${applicationRole};
    `);
  }

  /** @throws always: what happened stays. */
  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}
