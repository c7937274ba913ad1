import type { Pool } from 'pg';
import type { Breach, PastTheLog } from './past-the-log.js';

const entry = (stream: string, revision: number) => `stream = '${stream}' AND revision = ${String(revision)}`;

/** A superuser, who can take off the triggers. */
export class PastPostgres implements PastTheLog {
  readonly breaches: readonly Breach[] = [
    this.breach('changed', 'data of an entry', (stream) => `UPDATE log.entry_0 SET data = data || ' ' WHERE ${entry(stream, 2)}`),
    this.breach(
      'changed',
      'metadata of an entry',
      (stream) => `UPDATE log.entry_0 SET metadata = metadata || ' ' WHERE ${entry(stream, 2)}`,
    ),
    this.breach(
      'changed',
      'the MAC of an entry',
      (stream) => `UPDATE log.entry_0 SET mac = overlay(mac placing 'AAAA' from 5) WHERE ${entry(stream, 2)}`,
    ),
    this.breach('missing', 'an entry in the middle, taken away', (stream) => `DELETE FROM log.entry_0 WHERE ${entry(stream, 2)}`),
    { ...this.breach('missing', 'the newest entry, taken away', (stream) => `DELETE FROM log.entry_0 WHERE ${entry(stream, 4)}`), at: 4 },
    this.breach(
      'misplaced',
      'when an entry was recorded',
      (stream) => `UPDATE log.entry_0 SET recorded_at = '2099-01-01' WHERE ${entry(stream, 2)}`,
    ),
    this.breach(
      'misplaced',
      'places of two entries, exchanged',
      (stream) => `CREATE TEMP TABLE p ON COMMIT DROP AS SELECT revision, position FROM log.entry_0 WHERE stream = '${stream}';
        UPDATE log.entry_0 SET position = position + 5000000 WHERE stream = '${stream}' AND revision IN (2, 3);
        UPDATE log.entry_0 e SET position = p.position FROM p WHERE e.stream = '${stream}' AND e.revision IN (2, 3) AND p.revision = 5 - e.revision`,
    ),
    this.breach(
      'changed',
      'an entry, added with all that belongs to it',
      (
        stream,
      ) => `UPDATE log.head SET position = position + 1; UPDATE log.stream SET revision = 5, last_position = (SELECT position FROM log.head) WHERE stream = '${stream}';
        INSERT INTO log.entry_0 SELECT (SELECT position FROM log.head), stream, 5, id, type, version, recorded_at, salt, mac, data, metadata FROM log.entry_0 WHERE ${entry(stream, 4)}`,
    ),
  ];

  constructor(private readonly owner: () => Pool) {}

  async spoil(stream: string): Promise<void> {
    await this.tamper(`UPDATE log.entry_0 SET data = data || ' ' WHERE ${entry(stream, 2)}`);
  }

  async mend(stream: string): Promise<void> {
    await this.tamper(`UPDATE log.entry_0 SET data = rtrim(data) WHERE ${entry(stream, 2)}`);
  }

  async forgeLast(stream: string): Promise<number> {
    const last = entry(stream, await this.standsAt(stream));
    await this.tamper(`UPDATE log.entry_0 SET data = data || ' ' WHERE ${last}`);
    const { rows } = await this.owner().query<{ position: number }>(`SELECT position::float8 FROM log.entry_0 WHERE ${last}`);
    return rows[0]?.position ?? 0;
  }

  async takeLast(stream: string): Promise<void> {
    await this.tamper(`DELETE FROM log.entry_0 WHERE ${entry(stream, await this.standsAt(stream))}`);
  }

  /** Adds an entry where the next of all is due. */
  async addNext(stream: string): Promise<void> {
    await this
      .tamper(`INSERT INTO log.entry_0 SELECT (SELECT position + 1 FROM log.head), stream, 5, id, type, version, recorded_at, salt, mac, data, metadata
      FROM log.entry_0 WHERE ${entry(stream, 4)}`);
  }

  async takeNext(stream: string): Promise<void> {
    await this.tamper(`DELETE FROM log.entry_0 WHERE ${entry(stream, 5)}`);
  }

  async standsAt(stream: string): Promise<number> {
    const { rows } = await this.owner().query<{ revision: number }>('SELECT revision FROM log.stream WHERE stream = $1', [stream]);
    return rows[0]?.revision ?? 0;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Changes the log's tables with the triggers off, and puts them on again. */
  private async tamper(change: string): Promise<void> {
    await this.owner().query(
      `BEGIN; ALTER TABLE log.entry_0 DISABLE TRIGGER ALL; ALTER TABLE log.stream DISABLE TRIGGER ALL; ALTER TABLE log.head DISABLE TRIGGER ALL;
       ${change};
       ALTER TABLE log.entry_0 ENABLE ALWAYS TRIGGER append_only; ALTER TABLE log.stream ENABLE ALWAYS TRIGGER only_forward;
       ALTER TABLE log.stream ENABLE ALWAYS TRIGGER append_only; ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward;
       ALTER TABLE log.head ENABLE ALWAYS TRIGGER append_only; COMMIT`,
    );
  }

  private breach(kind: Breach['kind'], what: string, change: (stream: string) => string): Breach {
    return { kind, what, at: 2, commit: (stream) => this.tamper(change(stream)) };
  }
}
