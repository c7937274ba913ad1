import type { RegisterPage } from '@lookback/application/queries';
import { openSystem, settingsFrom, type System } from '@lookback/application/system';
import { expect } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asker } from './asking.js';
import { registersOf } from './asking-registers.js';
import type { Secrets } from './leaks.js';
import { Running } from './running.js';
import { staffed } from './staff.js';
import { isSure, Sought, type Trace, tracesBelow, tracesIn } from './traces.js';

/** What the console shows of households. */
const columns = 'number,head,standing,attribute,township,village,mainCause,people,incomePerPersonFen,openProblems';

/** What may be asked of the server while it runs. */
interface Asking {
  readonly search: (text: string) => Promise<RegisterPage>;
  /** Puts a file into the data folder, which no product does. */
  readonly plant: (bytes: Uint8Array) => Promise<void>;
}

/** A data folder with PostgreSQL, log, attachments and keys in it, in which a roster is taken over and asked for. */
export class FolderOfRoster {
  private readonly env: Readonly<Record<string, string>>;
  private password = '';
  /** What was done here: the same is done in another folder, where a find may be chance. */
  private did: { readonly roster?: Uint8Array; readonly asking?: (of: Asking) => Promise<unknown> } = {};

  private constructor(private readonly data: string) {
    this.env = { LOOKBACK_DATA: data, LOOKBACK_PORT: '0' };
  }

  static async made(): Promise<FolderOfRoster> {
    return new FolderOfRoster(await mkdtemp(join(tmpdir(), 'lookback-folder-')));
  }

  async takeOver(roster: Uint8Array): Promise<void> {
    this.did = { ...this.did, roster };
    const elsewhere = await mkdtemp(join(tmpdir(), 'lookback-list-'));
    const file = join(elsewhere, 'roster.xlsx');
    await writeFile(file, roster);
    const cli = Running.cli(['import', 'roster', file, '--dated', '2020-12-31', '--json'], this.env);
    expect([await cli.ended(), cli.stdout.endsWith('}\n')]).toEqual([0, true]);
    this.password = /password: (\w+)/.exec(cli.stderr)?.[1] ?? '';
    await rm(elsewhere, { recursive: true });
  }

  /** Starts the server, asks, and stops it: once. */
  async asked<T>(asking: (of: Asking) => Promise<T>): Promise<T> {
    this.did = { ...this.did, asking };
    const server = Running.server(this.env);
    const ask = asker(await server.url());
    const { operator } = await staffed(ask, this.password || (await server.said(/password: (\w+)/)));
    try {
      return await asking({
        search: (text) => registersOf(ask, operator).search('households', { text, columns, limit: '50' }),
        plant: (bytes) => this.plant('asked', bytes),
      });
    } finally {
      server.send('SIGTERM');
      await server.ended();
    }
  }

  plant(name: string, bytes: Uint8Array): Promise<void> {
    return writeFile(join(this.data, name), bytes);
  }

  /** What is inside, as another process of the product has it. */
  async opened<T>(looking: (system: System) => Promise<T>): Promise<T> {
    const system = await openSystem(settingsFrom(this.env));
    try {
      return await looking(system);
    } finally {
      await system.close();
    }
  }

  /**
   * What of a roster stands in any byte of any file, and in any row as text, as PostgreSQL compresses long values; names that divisions,
   * standards or PostgreSQL itself have in what they say of the world are nobody's. A few bytes may be chance: they count where the same
   * text stands also in another folder, whose keys and so whose sealed bytes are others.
   */
  async traces(secrets: Secrets): Promise<{ traces: Trace[]; bytes: number; rows: number }> {
    const sought = new Sought(secrets.names, secrets.numbers);
    const { traces: all, ...looked } = await this.found(sought);
    const publicly = all.length > 0 ? await publiclySaid(sought) : new Set();
    const traces = all.filter(({ text }) => !publicly.has(text));
    const doubtful = new Set(traces.filter((trace) => !isSure(trace)).map(({ text }) => text));
    const again = doubtful.size > 0 ? await this.inAnother(new Sought(doubtful, [])) : new Set();
    return { traces: traces.filter((trace) => isSure(trace) || again.has(trace.text)), ...looked };
  }

  private async found(sought: Sought): Promise<{ traces: Trace[]; bytes: number; rows: number }> {
    const [files, rows] = [await this.below(sought), await this.opened((system) => tracesInRows(system, sought))];
    return { traces: [...files.traces, ...rows.traces], bytes: files.bytes, rows: rows.rows };
  }

  /** What stands in a folder in which the same was done. */
  private async inAnother(sought: Sought): Promise<ReadonlySet<string>> {
    const { roster, asking } = this.did;
    const another = await FolderOfRoster.made();
    try {
      if (roster) await another.takeOver(roster);
      if (asking) await another.asked(asking);
      return new Set((await another.found(sought)).traces.map(({ text }) => text));
    } finally {
      await another.drop();
    }
  }

  /** Every file of it, as it lies there. */
  below(sought: Sought): Promise<{ readonly traces: Trace[]; readonly bytes: number }> {
    return tracesBelow(this.data, sought);
  }

  drop(): Promise<void> {
    return rm(this.data, { recursive: true, force: true });
  }
}

/** What stands in a folder in which no roster was taken over. */
async function publiclySaid(sought: Sought): Promise<ReadonlySet<string>> {
  const folder = await FolderOfRoster.made();
  try {
    await folder.asked(() => Promise.resolve());
    return new Set((await folder.below(sought)).traces.map(({ text }) => text));
  } finally {
    await folder.drop();
  }
}

async function tracesInRows({ database: { pool } }: System, sought: Sought): Promise<{ traces: Trace[]; rows: number }> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' AND has_table_privilege(c.oid, 'SELECT')`,
  );
  const traces: Trace[] = [];
  let rows = 0;
  for (const { name } of tables) {
    const found = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    rows += found.rows.length;
    for (const { row } of found.rows) traces.push(...tracesIn(Buffer.from(row), sought, name));
  }
  return { traces, rows };
}
