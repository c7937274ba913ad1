import { type ProblemNumber, TakeOverProblem } from '@lookback/case/rectification';
import type { RegionCode } from '@lookback/kernel';
import type { Keys } from '@lookback/log/vault';
import { type AlreadyThere, type CommandRequest, type Desk, type Receipt, RightMissing } from '@lookback/office/desk';
import type { Reserving } from '@lookback/office/series';
import type { ImportContext } from '../command-submitter.js';
import type { HouseholdsSought } from '../households/households-sought.js';
import type { ProblemsInRows } from './problems-in-rows.js';

type Answer = Receipt | AlreadyThere | Error;

/** Stands for the number of a problem that gets one only when it is recorded. No number has this shape, so no problem is refused for it. */
export const toBeGiven = '?' as ProblemNumber;

const isWithout = ({ command }: CommandRequest): boolean => command instanceof TakeOverProblem && command.number === toBeGiven;

/**
 * The desk as a ledger asks it: what its rows have no number for gets one of the county's series. The desk is first asked what it would
 * answer, so that a number is reserved only for what it would record: no list that comes again takes any.
 */
export class NumberingDesk {
  /** Entries added to series, and the place of the last. */
  entries = 0;
  lastPosition = 0;

  constructor(
    private readonly context: Pick<ImportContext, 'who'> & {
      readonly desk: Pick<Desk, 'submitMany' | 'tryMany'>;
      readonly keys: Pick<Keys, 'bodyDigest'>;
      readonly reserving: Pick<Reserving, 'reserve'>;
    },
    private readonly problems: ProblemsInRows,
    private readonly households: Pick<HouseholdsSought, 'countyOf'>,
  ) {}

  async submitMany(many: readonly CommandRequest[]): Promise<Answer[]> {
    const answers = await this.withNumbers(many.filter(isWithout));
    const ready = many.map((request) => answers.get(request) ?? request);
    const requests = ready.filter((one) => isAsked(one));
    const outcomes = requests.length > 0 ? await this.context.desk.submitMany(requests) : [];
    return ready.map((one) => (isAsked(one) ? (outcomes[requests.indexOf(one)] ?? new Error(`nothing was answered to ${one.id}`)) : one));
  }

  /** Each with its number, or with why it is not recorded. */
  private async withNumbers(without: readonly CommandRequest[]): Promise<ReadonlyMap<CommandRequest, CommandRequest | Answer>> {
    if (without.length === 0) return new Map();
    const tried = await this.context.desk.tryMany(without);
    const answers = new Map(
      without.map((request, i) => [request, tried[i] ?? new Error(`nothing was answered to ${request.id}`)] as const),
    );
    const recordable = without.filter((request) => isReceipt(answers.get(request)));
    const given = await Promise.all([...this.bySeries(recordable).values()].map((run) => this.numbered(run)));
    return new Map<CommandRequest, CommandRequest | Answer>([...answers, ...given.flat()]);
  }

  private bySeries(requests: readonly CommandRequest[]): Map<string, Series> {
    const all = new Map<string, Series>();
    for (const one of requests) {
      const county = this.households.countyOf(one.id);
      if (county === undefined) throw new Error(`nobody said in which county ${one.id} lies`);
      const year = Number((one.command as TakeOverProblem).foundOn.slice(0, 4));
      const run = all.get(`${county} ${year}`);
      if (run) run.requests.push(one);
      else all.set(`${county} ${year}`, { county, year, requests: [one] });
    }
    return all;
  }

  private async numbered({ county, year, requests }: Series): Promise<(readonly [CommandRequest, CommandRequest | Answer])[]> {
    const { who, keys, reserving } = this.context;
    const key = keys.bodyDigest(JSON.stringify(['numbers', county, year, ...requests.map((one) => one.key)]));
    const run = { county, kind: 'problem', year, count: requests.length, besides: this.problems.numbers } as const;
    const reserved = await reserving.reserve(run, who, key).catch(rightMissing);
    if (reserved instanceof RightMissing) return requests.map((one) => [one, reserved]);
    if (reserved.position !== null) this.entries++;
    this.lastPosition = Math.max(this.lastPosition, reserved.position ?? 0);
    return requests.map((one, i) => [one, { ...one, command: withNumber(one.command, reserved.numbers[i]) }]);
  }
}

interface Series {
  readonly county: RegionCode;
  readonly year: number;
  readonly requests: CommandRequest[];
}

const isAsked = (one: CommandRequest | Answer): one is CommandRequest => 'command' in one;
const isReceipt = (answer: Answer | undefined): boolean =>
  answer !== undefined && !(answer instanceof Error) && !('alreadyThere' in answer);

function withNumber(command: object, number: string | undefined): TakeOverProblem {
  if (number === undefined) throw new Error('fewer numbers were reserved than were asked for');
  return TakeOverProblem.from(command as TakeOverProblem, { number: number as ProblemNumber });
}

/** A row of a county in which its bringer has no right is refused, and no other. */
function rightMissing(error: unknown): RightMissing {
  if (error instanceof RightMissing) return error;
  throw error;
}
