import type { CalendarDate } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import type { DataSource } from 'typeorm';
import type { RunLimitRow } from './run-limit.entity.js';

const line = `l.stream, l.run, l.gate, l.county, l.due_on::text AS "dueOn", l.set_on::text AS "setOn", l.last_step AS "lastStep"`;

/** Asks for the limits of runs. */
export class RunLimitQuery {
  constructor(private readonly db: Pick<DataSource, 'query'>) {}

  /** Every limit of a kind of subject up to a day. In pages by stream, run and gate. */
  async *dueUpTo(kind: string, day: CalendarDate, page = 5_000): AsyncGenerator<RunLimitRow[]> {
    for (let last: RunLimitRow | undefined; ;) {
      const where = new Where();
      where.add('starts_with(l.stream, ?)', `${kind}-`).add('l.due_on <= ?', day);
      if (last) where.add('(l.stream, l.run, l.gate) > (?, ?, ?)', last.stream, last.run, last.gate);
      const sql = `SELECT ${line} FROM read.run_limit l WHERE ${where.sql} ORDER BY l.stream, l.run, l.gate LIMIT ${where.value(page)}`;
      const rows: RunLimitRow[] = await this.db.query(sql, where.values);
      if (rows.length > 0) yield rows;
      if (rows.length < page) return;
      last = rows.at(-1);
    }
  }
}
