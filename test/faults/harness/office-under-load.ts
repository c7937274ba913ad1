import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ask, asker } from '../../support/asking.js';
import { settingsFrom } from '@lookback/application/system';
import { actsOfAnyDayOn } from '../../support/acts-of-any-day.js';
import { Running } from '../../support/running.js';
import { mustBe, signedInAgain } from '../../support/staff.js';
import { until } from '../../support/until.js';
import { householdIds, type VisitingOffice, visitingOffice } from '../../support/visiting-office.js';

/** A server on a PostgreSQL of its own, with households of whom visits can be recorded. */
export class OfficeUnderLoad {
  /** Those that run, the oldest first; each is asked in turn. */
  private readonly servers: { readonly process: Running; readonly ask: Ask }[] = [];
  private staff: VisitingOffice | undefined;
  private asked = 0;
  /** Their ids. */
  readonly households = householdIds(128);
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
    await office.takeOn();
    return office;
  }

  /** Starts one more server, as a supervisor does: the same command on the same folder. Settles when it listens. */
  async start(): Promise<void> {
    const process = this.newServer(this.env);
    this.servers.push({ process, ask: asker(await process.url()) });
  }

  get running(): number {
    return this.servers.length;
  }

  readonly ask: Ask = (...asked) => {
    const server = this.servers[this.asked++ % this.servers.length];
    return server ? server.ask(...asked) : Promise.reject(new Error('no server'));
  };

  private async takeOn(): Promise<void> {
    const password = (await this.servers[0]?.process.said(/password: (\w+)/)) ?? '';
    this.staff = await visitingOffice(this.ask, password, this.households.length);
    this.token = this.staff.operator.token;
    await actsOfAnyDayOn(settingsFrom(this.env));
  }

  async signInAgain(): Promise<void> {
    if (this.staff) this.token = (await signedInAgain(this.ask, this.staff.operator)).token;
  }

  /** The administrator says that the server's clock is right. */
  async confirmClock(): Promise<void> {
    if (this.staff)
      await mustBe(201, this.ask('POST', '/clock/confirm', undefined, (await signedInAgain(this.ask, this.staff.admin)).token));
  }

  /** Kills the oldest server at once; nobody tells its PostgreSQL. */
  async killServer(): Promise<void> {
    const oldest = this.servers.shift();
    oldest?.process.send('SIGKILL');
    await oldest?.process.ended();
  }

  /** Has the clock of every server part from what it was. */
  partClocks(): void {
    for (const { process } of this.servers) process.send('SIGUSR2');
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
    for (const { process } of this.servers) process.send('SIGTERM');
    await Promise.all(this.servers.splice(0).map(({ process }) => process.ended()));
  }

  remove(): Promise<void> {
    return rm(this.data, { recursive: true, force: true });
  }
}
