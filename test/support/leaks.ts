import { expect } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import type { Pool } from 'pg';

/** What a roster says of people that nobody else may come to read. */
export class Secrets {
  readonly names = new Set<string>();
  readonly numbers = new Set<string>();
  private readonly lengths = new Set<number>();

  static async read(roster: Uint8Array): Promise<Secrets> {
    const secrets = new Secrets();
    const { rows } = await readSheet(roster, { columns: [{ name: '姓名' }, { name: '证件号码' }, { name: '联系电话' }] });
    for await (const row of rows) secrets.add(row.text('姓名'), row.text('证件号码'), row.text('联系电话'));
    return secrets;
  }

  add(name: string, ...numbers: string[]): void {
    this.names.add(name);
    this.lengths.add(name.length);
    for (const number of numbers) if (number !== '') this.numbers.add(number);
  }

  get size(): number {
    return this.names.size + this.numbers.size;
  }

  /**
   * Every name, citizen number or phone in a text. Names are looked for in runs of Han characters, which neither base64 nor hex
   * has; numbers in runs of digits of any length, so that none hides in a longer one.
   */
  in(text: string): string[] {
    const found: string[] = [];
    for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
      for (const length of this.lengths)
        for (let at = 0; at + length <= run.length; at++)
          if (this.names.has(run.slice(at, at + length))) found.push(run.slice(at, at + length));
    for (const [run] of text.matchAll(/\d{11,}[\dXx]?/g))
      for (const length of [11, 15, 18])
        for (let at = 0; at + length <= run.length; at++)
          if (this.numbers.has(run.slice(at, at + length).toUpperCase())) found.push(run.slice(at, at + length));
    return found;
  }
}

/** Divisions and standards are public, and were adopted before any list came: a village may be called what somebody is called. */
const publicStreams = "stream !~ '^(regions|standards)-'";

/** Reads every stored byte of the log as the owner sees it, and finds nothing; gives how many entries it read. */
export async function expectNothingStored(owner: Pool, secrets: Secrets): Promise<number> {
  expect(secrets.size).toBeGreaterThan(10);
  let read = 0;
  for (let after = 0; ;) {
    const { rows } = await owner.query<{ position: string; text: string }>(
      `SELECT position, concat_ws(E'\\n', stream, type, data, metadata) AS text FROM log.entry
        WHERE position > $1 AND ${publicStreams} ORDER BY position LIMIT 2000`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return read;
    for (const { position, text } of rows) {
      const found = secrets.in(text);
      if (found.length > 0) throw new Error(`entry ${position} says ${found.join(', ')} in the clear`);
    }
    const { rows: odd } = await owner.query(
      "SELECT position FROM log.entry WHERE position BETWEEN $1 AND $2 AND stream LIKE 'household-%' AND concat(data, metadata) ~ '[\\u4e00-\\u9fff]'",
      [after + 1, last.position],
    );
    expect(odd).toEqual([]);
    read += rows.length;
    after = Number(last.position);
  }
}
