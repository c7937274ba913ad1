import type { Change, TableWrite } from '../storage/change.js';
import type { LaneTables, Model } from '../storage/model.js';
import type { Day, Rectangle, Redrawn } from '../timeline/rectangles.js';
import type { Timeline } from '../timeline/timeline.js';

/** A rectangle under a key; null where nothing begins on the day any more. */
interface Keyed {
  readonly key: string;
  readonly fromDay: Day;
  readonly rectangle: Rectangle | null;
}

/** What some entries of one stream did to one lane of a register. */
interface LaneChanges {
  readonly past: Keyed[];
  /** By key and first day: the last that was said of it. */
  readonly known: Map<string, Keyed>;
}

/** Gathers what entries of one stream do to one register, until it is written: when the log is followed, and in a rebuild. */
export class RegisterRows {
  private readonly lanes: readonly LaneChanges[];

  constructor(
    private readonly model: Model,
    private readonly timeline: Timeline,
  ) {
    this.lanes = model.lanes.map(() => ({ past: [], known: new Map() }));
  }

  readonly onRedrawn = (nth: number, key: string, { closed, gone, set }: Redrawn): void => {
    const lane = this.lanes[nth];
    if (!lane) return;
    for (const rectangle of closed) lane.past.push({ key, fromDay: rectangle.fromDay, rectangle });
    for (const fromDay of gone) lane.known.set(`${fromDay} ${key}`, { key, fromDay, rectangle: null });
    for (const rectangle of set) lane.known.set(`${rectangle.fromDay} ${key}`, { key, fromDay: rectangle.fromDay, rectangle });
  };

  /** @param isNew where nothing of the stream stood before: then nothing gives way. */
  change(isNew: boolean): Change | undefined {
    const writes = this.lanes.flatMap((lane, nth) => this.writesOf(lane, this.model.lanes[nth] as LaneTables, isNew));
    const { stream, position } = this.timeline;
    return writes.length > 0 ? { model: this.model, stream, position, writes } : undefined;
  }

  private writesOf({ past, known }: LaneChanges, tables: LaneTables, isNew: boolean): TableWrite[] {
    const subject = this.timeline.opened;
    const now = [...known.values()];
    const gone = isNew ? 'nothing' : now.map(({ key, fromDay }) => ({ subject, key, fromDay }));
    const rowsOf = (some: readonly Keyed[]) =>
      some.flatMap(({ key, rectangle }) => (rectangle ? [rowOf(tables, { subject, key, ...rectangle })] : []));
    return [
      ...(now.length > 0 ? [{ table: tables.known, gone, rows: rowsOf(now) } as const] : []),
      ...(past.length > 0 ? [{ table: tables.past, gone: 'nothing', rows: rowsOf(past) } as const] : []),
    ];
  }
}

function rowOf({ columns }: LaneTables, { cells, ...bounds }: Rectangle & { readonly subject: number; readonly key: string }): object {
  const row: Record<string, unknown> = bounds;
  columns.forEach((column, i) => (row[column] = cells[i]));
  return row;
}
