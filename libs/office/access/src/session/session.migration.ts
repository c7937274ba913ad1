import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is remembered of sessions and sign-ins, and is no fact of any case: which sessions were ended before their time. Rows are of use
 * for hours; who loses them loses no more.
 */
export class Session1764374400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA session;
      CREATE TABLE session.signed_out (
        session uuid PRIMARY KEY,
        until timestamptz NOT NULL
      );
      CREATE INDEX ON session.signed_out (until);
      REVOKE ALL ON SCHEMA session FROM PUBLIC;
      GRANT USAGE ON SCHEMA session TO ${applicationRole};
      GRANT SELECT, INSERT, DELETE ON session.signed_out TO ${applicationRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA session CASCADE');
  }
}
