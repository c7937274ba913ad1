import type { CalendarDate, Level, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { Sees } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { todays } from '@lookback/log/read-model';
import { lineOfRow, type ProblemListed } from './ledger-line.js';
import { isWithUnit, LedgerWhere, overdueOn } from './ledger.where.js';
import { problemsRegister } from './problems.register.js';

export type { ProblemListed } from './ledger-line.js';

/** Whose desk it is: what is seen and may be done by right, and the post held today; null where none is held. */
export interface DeskOf {
  readonly holder: { readonly person: PersonId; readonly unit: UnitId; readonly level: Level } | null;
  /** Which problems the account may see at all. */
  readonly sees: Sees;
  /** Of which subjects it may verify, and so on. */
  readonly verify: Sees;
  readonly cancel: Sees;
  readonly handOver: Sees;
  /** Of which escalations are proposed to it. */
  readonly escalate: Sees;
}

export const trays = ['dueToday', 'overdue', 'returned', 'toVerify', 'toCancel', 'toHandOver', 'toEscalate'] as const;
export type Tray = (typeof trays)[number];

/** Whose duties: as leader or in charge, or as the unit that answers. */
export type Whose = { readonly person: PersonId } | { readonly unit: UnitId };

/** How many problems somebody answers for. */
export interface DutyCount {
  readonly all: number;
  /** Not cancelled. */
  readonly open: number;
  readonly overdue: number;
}

const ledger = todays(problemsRegister);

/** Asks the ledger. Every question is held to what the asker may see. */
export class LedgerQuery {
  constructor(private readonly db: Pick<DataSource, 'query'>) {}

  /** Whether there is any. */
  async any(sees: Sees): Promise<boolean> {
    const where = new LedgerWhere().seen(sees);
    const [row] = await this.db.query<{ any: boolean }[]>(
      `SELECT EXISTS (SELECT FROM ${ledger} p WHERE ${where.sql}) AS any`,
      where.values,
    );
    return row?.any ?? false;
  }

  /** How many problems somebody answers for; `today` tells which are overdue. */
  async duties(whose: Whose, sees: Sees, today: CalendarDate): Promise<DutyCount> {
    const where = new LedgerWhere().seen(sees);
    if ('unit' in whose) where.add('p.unit = ?', whose.unit);
    else where.add('(p.leader = ? OR p.staff = ?)', whose.person, whose.person);
    const [count] = await this.db.query<DutyCount[]>(
      `SELECT count(*)::int AS all, (count(*) FILTER (WHERE p.status <> 'cancelled'))::int AS open,
              (count(*) FILTER (WHERE ${overdueOn(where.value(today))}))::int AS overdue
         FROM ${ledger} p WHERE ${where.sql}`,
      where.values,
    );
    return count ?? { all: 0, open: 0, overdue: 0 };
  }

  /** The highest n among the numbers of a county that begin and end so; 0 where there is none. */
  async highest(
    county: RegionCode,
    of: 'problem' | 'cancellation',
    { before, after }: { readonly before: string; readonly after: string },
  ): Promise<number> {
    const column = of === 'problem' ? 'p.number' : 'p.cancel_number';
    const [found] = await this.db.query<{ n: number | null }[]>(
      `SELECT max(substring(${column} from $2)::int) AS n FROM ${ledger} p WHERE p.county = $1`,
      [county, `^${before}(\\d{1,8})${after}$`],
    );
    return found?.n ?? 0;
  }

  /** The households of a county that have a problem of a number, or one cancelled under it. */
  standing(number: string, county: RegionCode, sees: Sees): Promise<{ id: string; household: string }[]> {
    const where = new LedgerWhere().seen(sees).add('p.county = ?', county).add('(p.number = ? OR p.cancel_number = ?)', number, number);
    return this.db.query(
      `SELECT DISTINCT substr(p.stream, 11) AS id, coalesce(p.subject_number, substr(p.stream, 11, 8)) AS household FROM ${ledger} p WHERE ${where.sql} ORDER BY 2 LIMIT 20`,
      where.values,
    );
  }

  /** What waits on a desk, tray by tray, the earliest limit first. */
  async desk(of: DeskOf, today: CalendarDate, limit: number): Promise<Record<Tray, ProblemListed[]>> {
    const waiting = trays.map(async (tray) => {
      const where = inTray(tray, of, today);
      return [tray, where ? await this.lines(where, 'p.due_on, p.number, p.stream', limit) : []] as const;
    });
    return Object.fromEntries(await Promise.all(waiting)) as Record<Tray, ProblemListed[]>;
  }

  /** Every problem with a limit set here that runs, up to a day: those of whom somebody may have to be reminded. In pages by stream and number. */
  async *remindable(dueUpTo: CalendarDate, page = 5_000): AsyncGenerator<ProblemListed[]> {
    for (let last: ProblemListed | undefined; ;) {
      const where = new LedgerWhere().add(isWithUnit).add('p.due_on <= ?', dueUpTo);
      if (last) where.add('(p.stream, p.number) > (?, ?)', last.stream, last.number);
      const lines = await this.lines(where, 'p.stream, p.number', page);
      if (lines.length > 0) yield lines;
      if (lines.length < page) return;
      last = lines.at(-1);
    }
  }

  private lines(where: LedgerWhere, order: string, limit: number): Promise<ProblemListed[]> {
    const sql = `SELECT ${lineOfRow} FROM ${ledger} p WHERE ${where.sql} ORDER BY ${order} LIMIT ${where.value(limit)}`;
    return this.db.query(sql, where.values);
  }
}

/** Which problems lie in a tray; undefined where none can. */
function inTray(tray: Tray, { holder, sees, verify, cancel, handOver, escalate }: DeskOf, today: CalendarDate): LedgerWhere | undefined {
  const own = () =>
    holder && new LedgerWhere().seen(sees).add('(p.leader = ? OR p.staff = ? OR p.unit = ?)', holder.person, holder.person, holder.unit);
  const held = (may: Sees) => (holder && may.subjects.length > 0 ? new LedgerWhere().seen(sees).seen(may) : undefined);
  switch (tray) {
    case 'dueToday':
      return own()?.add(isWithUnit).add('p.due_on = ?', today);
    case 'overdue':
      return own()?.add(isWithUnit).add('p.due_on < ?', today);
    case 'returned':
      return own()?.add("p.status = 'returned'");
    case 'toVerify':
      return held(verify)
        ?.add("p.status = 'reported' AND p.unit <> ?", holder?.unit)
        .add('p.reported_by IS DISTINCT FROM ?', holder?.person);
    case 'toCancel':
      return held(cancel)
        ?.add("p.status = 'verified' AND p.handed_over_level = ? AND p.unit <> ?", holder?.level, holder?.unit)
        .add('p.reported_by IS DISTINCT FROM ?', holder?.person);
    case 'toHandOver':
      return held(handOver)?.add("p.status IN ('found', 'disputed', 'reopened')");
    case 'toEscalate':
      return held(escalate)?.add(isWithUnit).add('p.due_on < ?', today);
  }
}
