import { type CalendarDate, Refusal } from '@lookback/kernel';
import { IdempotencyKeyReused, WrongExpectedRevision } from '@lookback/log/event-log';
import { yieldToEventLoop } from '@lookback/log/runtime';
import type { Keys } from '@lookback/log/vault';
import {
  type AlreadyThere,
  type CommandRequest,
  type InternalAsker,
  type Desk,
  holds,
  rightsToAsk,
  routeOf,
  type Receipt,
  RightMissing,
} from '@lookback/office/desk';
import type { SheetRow } from '@lookback/paper/workbook';
import type { Why } from './fault.js';
import type { List, Taken } from './list.js';
import { inapplicable } from './lists.rules.js';
import type { Tally } from './tally.js';

/** Who takes a list over, as of which day, and by which desk. */
export interface ImportContext {
  readonly desk: Pick<Desk, 'submitMany'>;
  /** Makes the keyed digest by which the same content is known again. */
  readonly keys: Pick<Keys, 'bodyDigests'>;
  readonly who: InternalAsker;
  /** The list's date: from then on it holds. */
  readonly dated: CalendarDate;
}

/** The key of the command that takes over what some rows say, and the same by each key that there was: the same content, the same command. */
export const keysOf = (content: Taken['content'], keys: ImportContext['keys']): ReturnType<Keys['bodyDigests']> =>
  keys.bodyDigests(JSON.stringify(content));

/** A subject whose rows are sound. */
export interface ValidSubject<Name extends string> {
  readonly taken: Taken;
  readonly rows: readonly SheetRow<Name>[];
}

/** Hands a batch to the desk, each subject standing or falling by itself. Throws what is no answer to one subject: the log is away. */
export class CommandSubmitter<Name extends string> {
  constructor(
    private readonly list: Pick<List<Name>, 'subject' | 'alreadyOnRecord'>,
    private readonly context: ImportContext,
    private readonly tally: Tally<Name>,
  ) {}

  async batch(batch: readonly ValidSubject<Name>[]): Promise<void> {
    await yieldToEventLoop(); // so that a signal, and the other requests of this process, get a turn
    const own = batch.filter((sound) => this.isOwn(sound));
    if (own.length > 0) await this.submit(own);
  }

  /** Refuses a subject that lies elsewhere before anybody looks whether it is on record. */
  private isOwn({ taken, rows }: ValidSubject<Name>): boolean {
    const { who } = this.context;
    const region = 'process' in who ? undefined : taken.places.find((place) => !holds(who, this.may(taken.command), place));
    if (region !== undefined) this.refused(taken, rows, inapplicable('list.outside-region', { region }));
    return region === undefined;
  }

  private may(command: object) {
    return rightsToAsk(routeOf(this.list.subject, command));
  }

  /** Another importer may bring the same subject at the same time; asked again, the desk knows it is there. */
  private async submit(batch: readonly ValidSubject<Name>[], tries = 2): Promise<void> {
    const answers = await this.context.desk.submitMany(batch.map(({ taken }) => this.requestFor(taken)));
    const moved: ValidSubject<Name>[] = [];
    batch.forEach((sound, i) => {
      const answer = answers[i];
      if (answer instanceof WrongExpectedRevision && tries > 1) moved.push(sound);
      else this.settle(sound, answer);
    });
    if (moved.length > 0) await this.submit(moved, tries - 1);
  }

  private requestFor({ id, command, content }: Taken): CommandRequest {
    const { who, dated, keys } = this.context;
    const [key, ...formerKeys] = keysOf(content, keys);
    return { subject: this.list.subject, id, command, envelope: { effectiveOn: dated }, who, key, formerKeys };
  }

  private settle({ taken, rows }: ValidSubject<Name>, answer: Receipt | AlreadyThere | Error | undefined): void {
    if (!(answer instanceof Error)) {
      if (answer && 'alreadyThere' in answer) this.tally.alreadyThere(rows);
      else this.tally.accepted(rows, answer);
    } else if (answer instanceof IdempotencyKeyReused) {
      this.tally.alreadyThere(rows); // the key is the content: another file, or one of another date, brought the same
    } else if (answer instanceof Refusal && this.isOnRecord(answer)) {
      this.tally.differing(taken.called(), rows);
    } else {
      this.refused(taken, rows, whyOf(answer));
    }
  }

  /** A list of an earlier date finds what one of a later date has brought only by what it would leave inapplicable. */
  private isOnRecord({ rule, facts }: Refusal): boolean {
    const rules = rule === 'desk.leaves-inapplicable' ? (facts['rules'] as readonly string[]) : [rule];
    return rules.every((one) => this.list.alreadyOnRecord.includes(one));
  }

  private refused(taken: Taken, rows: readonly SheetRow<Name>[], why: Why): void {
    this.tally.refused(
      taken.called(),
      rows,
      rows.slice(0, 1).map((row) => ({ row, why })),
    );
  }
}

function whyOf(answer: Error) {
  if (answer instanceof Refusal) return answer;
  if (answer instanceof RightMissing) return inapplicable('list.outside-region', { region: answer.region ?? 'CN' });
  throw answer;
}
