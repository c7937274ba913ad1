import { type AccountId, type CalendarDate, type EntryId, levels, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { isSeen, type Sees } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import type { ProposalRow } from './proposal.entity.js';

/** A proposal as it stands in a tray. */
export interface ProposalListed extends Pick<
  ProposalRow,
  'stream' | 'revision' | 'kind' | 'about' | 'dueOn' | 'level' | 'outcome' | 'answeredOn' | 'answeredBy' | 'answeredFor'
> {
  readonly id: EntryId;
  readonly position: number;
  /** Where its subject lies; null where it lies nowhere in particular. */
  readonly region: RegionCode | null;
  readonly daysUntilRecorded: number;
}

/** Some proposals, the first of them, and how many there are. */
export interface ProposalTray {
  readonly proposals: readonly ProposalListed[];
  readonly count: number;
  /** How many of them wait longer than their due day. */
  readonly overdue: number;
}

/** Whose tray it is, and on which day. */
export interface TrayOf {
  readonly sees: Sees;
  readonly people: readonly (PersonId | AccountId)[];
  readonly today: CalendarDate;
  readonly limit: number;
}

/** Somebody who may answer: where the right to confirm is held, and the post of today. */
export interface Answerer extends TrayOf {
  readonly confirms: Sees;
  readonly unit: UnitId;
  readonly level: (typeof levels)[number];
}

const line = [
  'p.stream, p.id, p.position::float8 AS position, p.revision, p.kind, p.about, p.level, p.outcome, v.region',
  'p.due_on::text AS "dueOn", p.answered_on::text AS "answeredOn", p.answered_by AS "answeredBy", p.answered_for AS "answeredFor"',
  'p.proposed_on - p.effective_on AS "daysUntilRecorded"',
].join(', ');

/** Asks for proposals of many subjects at once; of a subject that one may not read none is told or counted. */
export class ProposalQuery {
  constructor(private readonly db: Pick<DataSource, 'query'>) {}

  /** What somebody may answer, as `mustBeSecond` has it: another person, of another unit, of the level. The earliest due first. */
  toAnswer({ confirms, unit, level, ...of }: Answerer): Promise<ProposalTray> {
    const where = new Where();
    where.add(isSeen(where, confirms)).add('p.outcome IS NULL');
    where.add('NOT p.people && ?', of.people).add('NOT p.units && ?', [unit]);
    where.add('(p.level IS NULL OR p.level = ANY(?))', levels.slice(0, levels.indexOf(level) + 1));
    return this.tray(where, 'p.due_on, p.position', of);
  }

  /** What somebody had a hand in: what waits, the earliest due first, then what was answered last. */
  mine(of: TrayOf): Promise<ProposalTray> {
    const where = new Where().add('p.people && ?', of.people);
    return this.tray(where, 'p.answered_on DESC NULLS FIRST, p.due_on, p.position DESC', of);
  }

  private async tray(where: Where, order: string, { sees, today, limit }: TrayOf): Promise<ProposalTray> {
    where.add(isSeen(where, sees));
    const rows: (ProposalListed & { readonly count: number; readonly overdue: number })[] = await this.db.query(
      `SELECT ${line}, count(*) OVER ()::int AS count,
              (count(*) FILTER (WHERE p.outcome IS NULL AND p.due_on < ${where.value(today)}) OVER ())::int AS overdue
         FROM read.proposal p JOIN read.subject v ON v.stream = p.stream WHERE ${where.sql} ORDER BY ${order} LIMIT ${where.value(limit)}`,
      where.values,
    );
    const { count = 0, overdue = 0 } = rows[0] ?? {};
    return { proposals: rows.map(({ count: _count, overdue: _overdue, ...proposal }) => proposal), count, overdue };
  }
}
