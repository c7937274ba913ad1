import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { append, positionAt } from './append.sql.js';
import { streamSlices } from './stream-slices.sql.js';
import { schema } from './schema.sql.js';

/** The log. The application appends by its functions and reads; it cannot insert, and nobody changes what is written. */
export class EventLog1735689600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await runner.query(append + positionAt + streamSlices);
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
