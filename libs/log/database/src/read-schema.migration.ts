import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './roles.js';

/** The schema of the read models, whose tables the application makes, swaps and drops itself; the history is open to it for reading. */
export class ReadSchema1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT USAGE ON SCHEMA lookback TO ${applicationRole}`);
    await runner.query(`GRANT SELECT ON lookback.migration TO ${applicationRole}`);
    await runner.query('CREATE SCHEMA read');
    await runner.query(`GRANT USAGE, CREATE ON SCHEMA read TO ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA read CASCADE');
    await runner.query(`REVOKE SELECT ON lookback.migration FROM ${applicationRole}`);
    await runner.query(`REVOKE USAGE ON SCHEMA lookback FROM ${applicationRole}`);
  }
}
