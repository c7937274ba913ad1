import { applicationRole, readSql } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const streamSlices = readSql(import.meta.url, 'stream-slices.sql');

/** A log that was opened when streams were read by a statement of their own is read by a function of its own. A newer one has that already. */
export class ReadByCopy1764230400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(streamSlices);
    await runner.query(`REVOKE ALL ON FUNCTION log.pieces FROM PUBLIC; GRANT EXECUTE ON FUNCTION log.pieces TO ${applicationRole}`);
  }

  /** @throws always: nothing reads by the older one any more. */
  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}
