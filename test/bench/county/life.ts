import { type CalendarDate, type EntryId, type EventOf, fourEyesEvents, type Holder, Quoted, type StreamName } from '@lookback/kernel';
import { type Commit, entryId } from '@lookback/log/event-log';
import { commitOn, dayOf, keyOf } from './commit.js';
import { type Home } from './home.js';
import { type Happening, type Kind } from './plan.js';
import { said } from './said.js';

/** What may be put right: of the others nobody would ask. */
const correctable: ReadonlySet<Kind> = new Set<Kind>(['taken over', 'income', 'met', 'lost', 'cause']);

/** By when somebody else has to answer a proposal. */
const answer = { dueOn: dayOf(0), level: null };

/** A household's entries, one after another, as they are recorded. */
export class Life {
  private next = 0;
  private revision = 0;
  /** What may be put right, by the number of its entry in the stream. */
  private readonly asSaid = new Map<number, Happening>();
  /** What brought it on record. */
  private first: EventOf | undefined;
  /** Those that were put right, with the approval that last did so. */
  private readonly newest = new Map<number, EntryId>();

  constructor(
    private readonly home: Home,
    private readonly plan: readonly Happening[],
  ) {}

  /** What is recorded on a day, and has not been given yet. */
  upTo(day: number): Commit[] {
    const commits: Commit[] = [];
    for (let one = this.plan[this.next]; one && one.recorded <= day; one = this.plan[++this.next]) commits.push(...this.entriesOf(one));
    return commits;
  }

  private entriesOf(happening: Happening): Commit[] {
    const { kind, on, recorded, nth } = happening;
    if (kind === 'corrected' || kind === 'struck out') return this.amended(kind, recorded, nth);
    if (kind === 'reported') return this.reported(happening);
    const event = said[kind](this.home, nth, on);
    this.first ??= event;
    if (correctable.has(kind)) this.asSaid.set(this.revision + 1, happening);
    return [this.entry(on, event)];
  }

  private reported({ on, recorded }: Happening): Commit[] {
    const event = new Quoted(said.visit(this.home, 0, on));
    const proposal = this.nextId();
    return [
      this.entry(on, fourEyesEvents.reportProposed({ event, answer })),
      this.entry(recorded, fourEyesEvents.reportConfirmed({ proposal }), 1),
    ];
  }

  /** Proposed by one and approved by another, on one day; now and then of what was corrected before. */
  private amended(kind: 'corrected' | 'struck out', day: number, nth: number): Commit[] {
    const again = [...this.newest.keys()];
    const all = nth % 5 === 0 && again.length > 0 ? again : [...this.asSaid.keys()];
    const original = all[nth % all.length] ?? 1;
    const wrong = this.asSaid.get(original);
    const strikes = kind === 'struck out' && original > 1;
    if (!wrong) return [this.entry(day, said.visit(this.home, 0, day))];
    const first = this.idOf(original);
    const proposed = fourEyesEvents.correctionProposed({
      original: first,
      supersedes: this.newest.get(original) ?? first,
      wanted: strikes
        ? null
        : { event: new Quoted(this.corrected(wrong)), effectiveOn: this.moved(wrong, day), authority: null, evidence: [] },
      reason: this.home.seal('填报有误'),
      answer,
    });
    const proposal = this.nextId();
    const commits = [this.entry(day, proposed)];
    this.newest.set(original, this.nextId());
    commits.push(this.entry(day, strikes ? fourEyesEvents.entryRetracted({ proposal }) : fourEyesEvents.entryCorrected({ proposal }), 1));
    return commits;
  }

  /** What it should have said; of a takeover how the household stood. */
  private corrected({ kind, nth, on }: Happening): EventOf {
    if (kind !== 'taken over') return said[kind === 'met' ? 'lost' : kind === 'lost' ? 'met' : (kind as 'income')](this.home, nth, on);
    const { type = '', data } = this.first ?? {};
    return { type, data: { ...(data as object), standing: 'exited', incomePerPersonFen: 1 + this.home.below(300_000) } };
  }

  /** Half of them had another day, too; none takes effect later than it was put right. */
  private moved({ on, kind }: Happening, day: number): CalendarDate {
    const days = kind === 'taken over' ? 0 : Math.max(0, this.home.below(60) - 30);
    return dayOf(Math.min(day, on + days));
  }

  private entry(on: number, event: EventOf, hand: 0 | 1 = 0): Commit {
    return commitOn(this.home.stream, this.revision++, on, event, this.holder(hand));
  }

  private holder(hand: 0 | 1): Holder {
    return { ...this.home.helps[hand], post: 'department-cadre' as Holder['post'], level: 'county' };
  }

  private nextId(): EntryId {
    return this.idOf(this.revision + 1);
  }

  private idOf(revision: number): EntryId {
    return entryId(this.home.stream as StreamName, keyOf(revision - 1), 1);
  }
}
