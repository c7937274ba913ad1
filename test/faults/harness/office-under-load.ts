import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ask, asker } from '../../support/asking.js';
import { Running } from '../../support/running.js';
import { type Colleague, signedInAgain } from '../../support/staff.js';
import { until } from '../../support/until.js';
import { householdIds, visitingOffice } from '../../support/visiting-office.js';

/** A server on a PostgreSQL of its own, with households of whom visits can be recorded. */
export class OfficeUnderLoad {
  private server: Running | undefined;
  private operator: Colleague | undefined;
  /** Their ids. */
  readonly households = householdIds(128);
  ask: Ask = () => Promise.reject(new Error('no server'));
  token = '';

  private constructor(
    readonly data: string,
    readonly env: Readonly<Record<string, string>>,
    private readonly newServer: typeof Running.server,
  ) {}

  /** @param newServer from the sources unless told otherwise. */
  static async open(newServer = (env: Readonly<Record<string, string>>) => Running.server(env)): Promise<OfficeUnderLoad> {
    const data = await mkdtemp(join(tmpdir(), 'lookback-kill-'));
    const office = new OfficeUnderLoad(data, { LOOKBACK_DATA: data, LOOKBACK_PORT: '0' }, newServer);
    await office.start();
    await office.staff();
    return office;
  }

  /** Starts a server where none runs, and settles when it listens. */
  async start(): Promise<void> {
    this.server = this.newServer(this.env);
    this.ask = asker(await this.server.url());
  }

  private async staff(): Promise<void> {
    const password = (await this.server?.said(/password: (\w+)/)) ?? '';
    this.operator = await visitingOffice(this.ask, password, this.households.length);
    this.token = this.operator.token;
  }

  async signInAgain(): Promise<void> {
    if (this.operator) this.token = (await signedInAgain(this.ask, this.operator)).token;
  }

  /** Kills the server at once; nobody tells its PostgreSQL. */
  async killServer(): Promise<void> {
    this.server?.send('SIGKILL');
    await this.server?.ended();
  }

  /** Kills PostgreSQL, or has it stop at once, and leaves it to the server to have it back. */
  async endPostgres(signal: NodeJS.Signals): Promise<void> {
    process.kill(await until('the postmaster', () => this.postmaster()), signal);
  }

  private async postmaster(): Promise<number | undefined> {
    const file = await readFile(join(this.data, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => undefined);
    return file === undefined ? undefined : Number(file.split('\n')[0]);
  }

  async stop(): Promise<void> {
    this.server?.send('SIGTERM');
    await this.server?.ended();
  }

  remove(): Promise<void> {
    return rm(this.data, { recursive: true, force: true });
  }
}
