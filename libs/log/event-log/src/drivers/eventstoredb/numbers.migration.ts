import { applicationRole, readSql } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const numbers = readSql(import.meta.url, 'numbers.sql');

/** Where the numbers of EventStoreDB's entries are kept. The application gives them by a function and reads; nobody changes one. */
export class EventStoreNumbers1796083200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numbers);
    await runner.query(`
      REVOKE ALL ON log.number, log.numbering FROM PUBLIC;
      REVOKE ALL ON FUNCTION log.number_log, log.give_numbers, log.number_at FROM PUBLIC;
      GRANT SELECT ON log.number, log.numbering TO ${applicationRole};
      GRANT EXECUTE ON FUNCTION log.number_log, log.give_numbers, log.number_at TO ${applicationRole};
    `);
  }

  /** @throws always: what was numbered stays so. */
  down(): Promise<void> {
    throw new Error('numbers are not taken back');
  }
}
