import { Receipt } from '@lookback/office/desk';
import { setTimeout as pause } from 'node:timers/promises';
import { visit } from '../../support/facts.js';
import { until } from '../../support/until.js';
import type { OfficeUnderLoad } from './office-under-load.js';

const lanes = 32;

/** Records visits without a pause, 32 at a time, as clients do that keep asking under the same key until they are answered. */
export class Visits {
  /** Positions by key. */
  readonly acknowledged = new Map<string, number>();
  /** Asked, and not answered yet. */
  open = 0;
  private refused = 0;
  private going = true;
  private readonly done: Promise<unknown>;

  /** @param run tells these visits from others of the same office. */
  constructor(
    private readonly office: OfficeUnderLoad,
    private readonly run: string,
  ) {
    this.done = Promise.all(Array.from({ length: lanes }, (_, lane) => this.lane(lane)));
  }

  /** Settles when so many more are acknowledged. */
  async more(visits: number): Promise<void> {
    const before = this.acknowledged.size;
    await until(`${String(visits)} more visits`, () => this.acknowledged.size >= before + visits || undefined, 120_000);
  }

  /** Settles when so many more were answered that nothing can be recorded now. */
  async moreRefused(times: number): Promise<void> {
    const before = this.refused;
    await until(`${String(times)} refusals`, () => this.refused >= before + times || undefined, 120_000);
  }

  /** Settles when every visit that was asked is acknowledged. */
  async stop(): Promise<void> {
    this.going = false;
    await this.done;
  }

  private async lane(lane: number): Promise<void> {
    const { households } = this.office;
    for (let nth = 0; this.going; nth++) {
      const household = households[(lane + lanes * nth) % households.length] ?? '';
      await this.insist(household, `${this.run}/${String(lane)}/${String(nth)}`);
    }
  }

  private async insist(household: string, key: string): Promise<void> {
    for (;;) {
      const position = await this.ask(household, key);
      if (position !== undefined) return void this.acknowledged.set(key, position);
      await pause(50);
    }
  }

  /** The position; undefined where nobody answered, or answered that it is to be asked again. */
  private async ask(household: string, key: string): Promise<number | undefined> {
    const { path, command } = visit('2018-01-01', key);
    const body = { command, envelope: { effectiveOn: '2018-01-01' } };
    this.open++;
    const asking = this.office.ask('POST', `/households/${household}/${path}`, body, this.office.token, { 'idempotency-key': key });
    const answer = await asking.catch(() => undefined).finally(() => this.open--);
    if (answer?.status === 201) return answer.as(Receipt).position;
    if (answer?.status === 401) await this.office.signInAgain().catch(() => undefined);
    else if (answer?.status === 503) this.refused++;
    else if (answer) throw new Error(`${String(answer.status)}: ${answer.text}`);
    return undefined;
  }
}
