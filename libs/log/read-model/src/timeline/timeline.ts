import { type Chapter, type EventOf, type Recorded, type Sealed, placesOf, type StreamName } from '@lookback/kernel';
import type { FoldedSubject } from '../declaration/projection.js';
import { afterAllDays, type Day, type Rectangle, redraw, type Redrawn, type RowRun } from './rectangles.js';
import { noRows, type PlaceOf, type RegisterReading, type Rows } from './register-reading.js';
import { type Step, Steps } from './steps.js';

/** Told what an entry does to one key of one lane of a register. */
export type OnRedrawn = (lane: number, key: string, redrawn: Redrawn) => void;

/** One register of a stream: its rows after each step, and its rectangles. */
class Drawn {
  /** Of each step, the rows of each lane. */
  readonly rows: (readonly Rows[])[] = [];
  /** What is known now, by lane and key, in order of days. */
  readonly known: Map<string, readonly Rectangle[]>[];
  /** What it threw; from then on it stays as it was. */
  failed: { readonly error: unknown } | null = null;
  readonly nothing: readonly Rows[];

  constructor(readonly reading: RegisterReading) {
    this.known = reading.lanes.map(() => new Map<string, readonly Rectangle[]>());
    this.nothing = reading.lanes.map(() => noRows);
  }
}

/**
 * One stream as far as it is known: its state, and the rectangles of every register of its kind, which grow entry by entry in order of
 * positions. One fold serves all; corrections, strikings-out and confirmed reports are entries like others. Following and rebuild use the same.
 */
export class Timeline implements FoldedSubject {
  /** Position of the first entry: by it registers know the subject. */
  opened = 0;
  position = 0;
  revision = 0;
  private readonly steps: Steps;
  private readonly drawn: ReadonlyMap<RegisterReading, Drawn>;
  private readonly positions = new Map<string, number>();
  private readonly boxes = new WeakMap<Sealed<unknown>, string>();
  private readonly hasBoxes: boolean;

  constructor(
    readonly stream: StreamName,
    private readonly chapter: Chapter<unknown, EventOf>,
    registers: readonly RegisterReading[],
  ) {
    this.steps = new Steps(chapter);
    this.drawn = new Map(registers.map((reading) => [reading, new Drawn(reading)]));
    this.hasBoxes = registers.some(({ hasBoxes }) => hasBoxes);
  }

  get state(): unknown {
    return this.steps.state;
  }

  get entries() {
    return this.steps.all.map(({ entry }) => entry);
  }

  get inapplicable() {
    const skipped = this.steps.all.flatMap(({ entry, why }) => (why ? [{ entry: entry.id, why }] : []));
    return [...this.steps.versions.inapplicable, ...skipped];
  }

  readonly proposals = () => this.steps.versions.proposals;
  readonly requests = () => this.steps.versions.requests.all;

  /** What a register threw at the last entry taken or before; null while it takes what comes. */
  failure(reading: RegisterReading): { readonly error: unknown } | null {
    return this.drawn.get(reading)?.failed ?? null;
  }

  /** What of a register is known now, by lane and key. */
  known(reading: RegisterReading): readonly ReadonlyMap<string, readonly Rectangle[]>[] {
    return this.drawn.get(reading)?.known ?? [];
  }

  /**
   * Takes the next entry; a register that throws keeps what it showed before it.
   * @throws whatever the chapter's `evolve` throws: the stream can then be folded no further.
   */
  take(entry: Recorded, onRedrawn: (reading: RegisterReading) => OnRedrawn | undefined): void {
    this.opened ||= entry.position;
    this.positions.set(entry.id, entry.position);
    if (this.hasBoxes) for (const [path, sealed] of placesOf(entry.data)) this.boxes.set(sealed, `${String(entry.position)}:${path}`);
    const { from, old } = this.steps.take(entry);
    this.revision = entry.revision;
    this.position = entry.position;
    for (const one of this.drawn.values())
      if (!one.failed)
        try {
          this.redraw(one, { from, old }, onRedrawn(one.reading));
        } catch (error) {
          one.failed = { error };
        }
  }

  private redraw(drawn: Drawn, { from, old }: { from: number; old: readonly Step[] }, onRedrawn: OnRedrawn | undefined): void {
    const { rows, reading } = drawn;
    const oldRows = rows.splice(from);
    for (const step of this.steps.all.slice(from)) rows.push(this.rowsAfter(drawn, step, rows.length));
    const fresh = rows.slice(from);
    const [first, ...others] = [old[0], this.steps.all[from]].flatMap((one) => (one ? [one.day] : []));
    if (first === undefined) return;
    const day = others.reduce((a, b) => (a < b ? a : b), first);
    const before = rows[from - 1] ?? drawn.nothing;
    reading.lanes.forEach((_, lane) => {
      const stays = (some: readonly Rows[]) => some[lane] === before[lane];
      if (oldRows.every(stays) && fresh.every(stays)) return;
      this.redrawLane(drawn, lane, { day, position: this.position, onRedrawn });
    });
  }

  private rowsAfter({ rows, reading, nothing }: Drawn, { entry, state, why }: Step, nth: number): readonly Rows[] {
    const before = rows[nth - 1] ?? nothing;
    const stateBefore = nth === 0 ? this.chapter.initial : this.steps.all[nth - 1]?.state;
    if (why || state === stateBefore || (nth > 0 && reading.areUnmoved(stateBefore, state))) return before;
    const setBy = this.positions.get(entry.setBy) ?? entry.position;
    const id = this.stream.slice(this.stream.indexOf('-') + 1);
    return reading.rowsAfter(before, reading.cellsOf(state, id, this.placeOf), setBy);
  }

  private readonly placeOf: PlaceOf = (sealed) => {
    const place = this.boxes.get(sealed);
    if (place === undefined) throw new ReferenceError('a sealed value of no entry stands in a state');
    return place;
  };

  private redrawLane(
    { rows, known }: Drawn,
    lane: number,
    { day, position, onRedrawn }: { day: Day; position: number; onRedrawn: OnRedrawn | undefined },
  ): void {
    const own = known[lane] as Map<string, readonly Rectangle[]>;
    const ends = this.endsOfDays(rows, lane, day);
    const keys = new Set(ends.flatMap((end) => [...end.rows.keys()]));
    for (const [key, rectangles] of own) if ((rectangles.at(-1)?.toDay ?? '') > day) keys.add(key);
    for (const key of keys) {
      const redrawn = redraw(own.get(key) ?? [], runsOf(key, ends), position);
      if (redrawn.closed.length + redrawn.gone.length + redrawn.set.length === 0) continue;
      own.set(key, redrawn.now);
      onRedrawn?.(lane, key, redrawn);
    }
  }

  /** What stands at the end of a day and of each later one on which something took effect. */
  private endsOfDays(rows: readonly (readonly Rows[])[], lane: number, day: Day): DayEnd[] {
    const steps = this.steps.all;
    let first = steps.length;
    while (first > 0 && (steps[first - 1] as Step).day >= day) first--;
    const standing = (nth: number) => rows[nth]?.[lane] ?? noRows;
    return [{ day, rows: standing(first - 1) }, ...steps.slice(first).map((step, i) => ({ day: step.day, rows: standing(first + i) }))];
  }
}

interface DayEnd {
  readonly day: Day;
  readonly rows: Rows;
}

/** What a key's row is from each day on; days on which it stays as it was are passed over. */
function runsOf(key: string, ends: readonly DayEnd[]): RowRun[] {
  const begins = ends.map(({ day, rows }) => ({ day, row: rows.get(key) })).filter(({ row }, i, all) => i === 0 || row !== all[i - 1]?.row);
  return begins.map(({ day, row }, i) => ({ from: day, to: begins[i + 1]?.day ?? afterAllDays, row })).filter(({ from, to }) => from < to);
}
