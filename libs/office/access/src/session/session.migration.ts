import { applicationRole } from '@lookback/log/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is remembered of sessions and sign-ins, and is no fact of any case: which sessions were ended before their time, and how often a
 * login, a network, or the one from the other was tried in vain, under keyed hashes. Rows are of use for hours, or weeks; who loses them
 * loses no more than that.
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
      CREATE TABLE session.attempt (
        key bytea PRIMARY KEY,
        failures integer NOT NULL DEFAULT 0,
        wait_until timestamptz,
        failed_at timestamptz NOT NULL,
        succeeded_at timestamptz
      );
      ${tried}
      REVOKE ALL ON SCHEMA session FROM PUBLIC;
      REVOKE ALL ON FUNCTION session.tried FROM PUBLIC;
      GRANT USAGE ON SCHEMA session TO ${applicationRole};
      GRANT SELECT, INSERT, DELETE ON session.signed_out TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON session.attempt TO ${applicationRole};
      GRANT EXECUTE ON FUNCTION session.tried TO ${applicationRole};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA session CASCADE');
  }
}

/**
 * Counts an attempt as failed before its password is looked at, unless it has to wait, and says for how many seconds it has to: beyond the
 * free ones each doubles the wait, from a second to the longest. Failures are forgotten after an hour. The row stays locked until the
 * statement ends, so that many at once, in whatever processes, gain nothing.
 */
const tried = `
  CREATE FUNCTION session.tried(asked bytea, free integer, longest integer, at timestamptz, OUT wait float8, OUT succeeded_at timestamptz)
  LANGUAGE plpgsql AS $$
  DECLARE
    known session.attempt;
    beyond integer;
  BEGIN
    INSERT INTO session.attempt AS a (key, failed_at) VALUES (asked, at) ON CONFLICT (key) DO UPDATE SET key = a.key RETURNING * INTO known;
    IF known.succeeded_at > at - interval '30 days' THEN succeeded_at := known.succeeded_at; END IF;
    wait := greatest(0, coalesce(extract(epoch FROM known.wait_until - at), 0));
    IF wait > 0 THEN RETURN; END IF;
    IF known.failed_at < at - interval '1 hour' THEN known.failures := 0; END IF;
    beyond := known.failures + 1 - free;
    UPDATE session.attempt SET failures = known.failures + 1, failed_at = at,
      wait_until = CASE WHEN beyond > 0 THEN at + least(longest, 2 ^ least(beyond - 1, 16)) * interval '1 second' END
    WHERE key = asked;
  END $$;
`;
