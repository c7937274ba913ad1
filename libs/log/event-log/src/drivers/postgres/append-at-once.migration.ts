import { applicationRole, readSql } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const definitions = ['append.sql', 'only-forward.sql'].map((file) => readSql(import.meta.url, file));

/** A log of an older release, which looked first where streams stood, takes entries as today's does. A newer one has that already. */
export class AppendAtOnce1764288000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of definitions) await runner.query(sql);
    await runner.query(`
      REVOKE ALL ON FUNCTION log.append, log.append_one, log.refuse_moved, log.lacks_room FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION log.append, log.append_one TO ${applicationRole};
    `);
  }

  /** @throws always: nothing asks by the older ways any more. */
  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}
