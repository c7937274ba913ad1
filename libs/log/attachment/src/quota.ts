import type { AccountId, CalendarDate } from '@lookback/kernel';
import type { Pool } from 'pg';
import { refuse } from './attachment.rules.js';

/** Whose upload is counted, and on which day of the county. */
export interface Bringing {
  readonly by: AccountId;
  readonly day: CalendarDate;
}

const megabyte = 1024 * 1024;

/** How much an account brings in a day, counted for all processes together. */
export class Quota {
  /** `limit`: bytes an account may bring in a day. */
  constructor(
    private readonly pool: Pool,
    private readonly limit: number,
  ) {}

  /** Counts what is about to come, at its most, before any of it is read. @throws a Refusal `attachment.quota-used`. */
  async take({ by, day }: Bringing, bytes: number): Promise<void> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO attachment.brought AS b (day, account, bytes) SELECT $1::date, $2::text, $3::bigint WHERE $3::bigint <= $4::bigint
       ON CONFLICT (day, account) DO UPDATE SET bytes = b.bytes + EXCLUDED.bytes WHERE b.bytes + EXCLUDED.bytes <= $4::bigint`,
      [day, by, bytes, this.limit],
    );
    if (rowCount === 0) refuse('attachment.quota-used', { limit: this.limit / megabyte, used: await this.used(day, by) });
  }

  /** What was counted and did not come, or was not kept. */
  async giveBack({ by, day }: Bringing, bytes: number): Promise<void> {
    await this.pool.query('UPDATE attachment.brought SET bytes = greatest(0, bytes - $3) WHERE day = $1 AND account = $2', [
      day,
      by,
      bytes,
    ]);
  }

  /** Days before an instant are over. */
  async forget(before: Date): Promise<void> {
    await this.pool.query('DELETE FROM attachment.brought WHERE day < $1::date', [before]);
  }

  private async used(day: CalendarDate, by: AccountId): Promise<number> {
    const { rows } = await this.pool.query<{ bytes: number }>(
      'SELECT bytes::float8 FROM attachment.brought WHERE day = $1 AND account = $2',
      [day, by],
    );
    return Math.round((rows[0]?.bytes ?? 0) / megabyte);
  }
}
