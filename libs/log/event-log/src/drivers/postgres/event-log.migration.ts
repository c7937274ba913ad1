import { applicationRole, readSql, UnsupportedDatabase } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const definitions = ['schema.sql', 'only-forward.sql', 'append.sql', 'position-at.sql', 'stream-slices.sql'].map((file) =>
  readSql(import.meta.url, file),
);

/** The log. The application appends by its functions and reads; it cannot insert, and nobody changes what is written. */
export class EventLog1796083200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ there } = { there: false }] = (await runner.query(`SELECT to_regclass('log.entry') IS NOT NULL AS there`)) as {
      there: boolean;
    }[];
    if (there) throw ofAWorkingVersion;
    for (const sql of definitions) await runner.query(sql);
    await runner.query(`
      REVOKE ALL ON SCHEMA log FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA log FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
      GRANT USAGE ON SCHEMA log TO ${applicationRole};
      GRANT SELECT ON log.head, log.stream, log.entry TO ${applicationRole};
      GRANT EXECUTE ON FUNCTION log.append, log.append_one, log.position_at, log.pieces, log.propose_origin TO ${applicationRole};
    `);
  }

  /** @throws always: what happened stays. */
  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}

const ofAWorkingVersion = new UnsupportedDatabase('LOOKBACK_DATABASE_URL', {
  en: 'The database holds a log of a working version before format 1, which no release reads. Start with an empty database.',
  zh: '数据库中是格式 1 之前的试用版日志，任何正式版本都无法读取。请使用空数据库。',
});
