import type { EventLog } from '@lookback/log/event-log';
import type { Answer } from './asking.js';
import { excerptBytes, imported, knownId } from './importing.js';
import { type Office, openOffice } from './office.js';
import { hired, Problems, steps, type Workers } from './problems.js';
import { type Colleague, county, mustBe, newcomer, type Staff, staffed } from './staff.js';

export type Step = keyof ReturnType<typeof steps>;

/** An office with a household that has problems, and everybody who works on them. */
export class ProblemOffice {
  private constructor(
    readonly office: Office,
    readonly staff: Staff,
    readonly workers: Workers,
    readonly problems: Problems,
    readonly duties: { readonly leader: string; readonly unit: string; readonly staff: string },
  ) {}

  static async open(): Promise<ProblemOffice> {
    return ProblemOffice.over(await openOffice());
  }

  /** In an office that is open and has nobody yet. */
  static async over(office: Office): Promise<ProblemOffice> {
    const staff = await staffed(office.ask, office.password);
    const workers = await hired(office, staff);
    await imported(office.ask, excerptBytes(), staff.operator.token);
    const duties = { leader: workers.leader, unit: staff.units.township, staff: staff.operator.person ?? '' };
    return new ProblemOffice(office, staff, workers, new Problems(office, knownId), duties);
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** Who takes a step, unless a spec says otherwise. */
  doer(step: Step): Colleague {
    const { staff, workers } = this;
    const doers: Readonly<Record<Step, Colleague>> = {
      found: workers.inspector,
      handedOver: workers.handler,
      accepted: staff.operator,
      disputed: staff.operator,
      prioritised: workers.handler,
      measured: staff.operator,
      extended: workers.above,
      reported: staff.operator,
      verified: workers.verifier,
      returned: workers.verifier,
      satisfied: workers.verifier,
      cancelled: workers.handler,
      reopened: workers.inspector,
    };
    return doers[step];
  }

  asked(number: string, step: Step, who = this.doer(step), otherwise: object = {}, year = 2018, on?: string): Promise<Answer> {
    const [path, effectiveOn, command] = steps(number, year, this.duties)[step];
    return this.problems.asked(who, path, on ?? effectiveOn, { ...command, ...otherwise });
  }

  /** Takes a problem through these steps, none of which may be refused. */
  async lived(number: string, ...life: readonly Step[]): Promise<void> {
    for (const step of life) await mustBe(201, this.asked(number, step));
  }

  /** As far as its number may be cancelled. */
  toCancel(number: string): Promise<void> {
    return this.lived(number, 'found', 'handedOver', 'reported', 'verified', 'satisfied');
  }

  /** A work calendar without a holiday, from the first day of its year. */
  async adoptCalendar(year: number): Promise<void> {
    const { ask, system } = this.office;
    const envelope = { effectiveOn: `${year}-01-01` };
    const openAccount = (login: string) => newcomer(ask, this.staff, { login, rights: ['standards'] });
    const [one, another] = [await openAccount('first.holder'), await openAccount('second.holder')];
    const at = `/standards/${county}`;
    const value = { years: [{ year, daysOff: [], makeUpDays: [] }] };
    const proposing = { command: { standard: 'work-calendar', value, document: '永政发〔2019〕1号' }, envelope };
    await mustBe(201, ask('POST', `${at}/propose-standard`, proposing, one.token));
    const stream = `standards-${county}` as Parameters<EventLog['readStream']>[0];
    const { proposal } = (await system.log.readStream(stream)).at(-1)?.data as { proposal: string };
    await mustBe(201, ask('POST', `${at}/adopt-standard`, { command: { proposal }, envelope }, another.token));
  }
}
