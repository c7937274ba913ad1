import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was uploaded, of whom, by whom, and whether an entry names it; and how much each account brought in a day. The bytes lie elsewhere; which entry rests on what, the log says. */
export class Attachment1735689600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA attachment;
      CREATE TABLE attachment.uploaded (
        digest text COLLATE "C" PRIMARY KEY,
        stream text COLLATE "C" NOT NULL,
        kind text COLLATE "C" NOT NULL,
        size bigint NOT NULL,
        uploaded_by text COLLATE "C" NOT NULL,
        uploaded_at timestamptz NOT NULL,
        state text COLLATE "C" NOT NULL CHECK (state IN ('arriving', 'here', 'leaving')),
        touched_at timestamptz NOT NULL,
        named_at bigint
      );
      CREATE INDEX ON attachment.uploaded (stream);
      CREATE INDEX ON attachment.uploaded (touched_at) WHERE named_at IS NULL;
      CREATE TABLE attachment.brought (
        day date NOT NULL,
        account text COLLATE "C" NOT NULL,
        bytes bigint NOT NULL,
        PRIMARY KEY (day, account)
      );
      CREATE TABLE attachment.looked_through (position bigint NOT NULL);
      INSERT INTO attachment.looked_through VALUES (0);
      REVOKE ALL ON SCHEMA attachment FROM PUBLIC;
      GRANT USAGE ON SCHEMA attachment TO ${applicationRole};
      GRANT SELECT, INSERT, DELETE, UPDATE (state, touched_at, named_at) ON attachment.uploaded TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON attachment.brought TO ${applicationRole};
      GRANT SELECT, UPDATE ON attachment.looked_through TO ${applicationRole};
    `);
  }

  /** @throws always: nobody would know any more whose the stored attachments are. */
  down(): Promise<void> {
    throw new Error('attachments are not taken back: nobody would know any more whose they are');
  }
}
