import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The wrapped keys of persons, households and accounts. The application makes and reads them; it can neither change nor destroy one. */
export class Vault1735689600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;
      CREATE TABLE vault.data_key (
        owner text COLLATE "C" PRIMARY KEY,
        alg text COLLATE "C" NOT NULL,
        wrapped bytea NOT NULL,
        key_id text COLLATE "C" NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      REVOKE ALL ON SCHEMA vault FROM PUBLIC;
      REVOKE ALL ON vault.data_key FROM PUBLIC;
      GRANT USAGE ON SCHEMA vault TO ${applicationRole};
      GRANT SELECT, INSERT ON vault.data_key TO ${applicationRole};
    `);
  }

  /** @throws always: what is sealed would be lost. */
  down(): Promise<void> {
    throw new Error('the vault is not taken back: what is sealed would be lost');
  }
}
