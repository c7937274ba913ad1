import { type AccountId, type CalendarDate, type EntryId, levels, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { isSeen, type Sees } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import type { CorrectionRequestRow } from './correction-request.entity.js';
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

/** A householder's request as it stands in a tray. */
export type RequestListed = Pick<CorrectionRequestRow, 'stream' | 'revision' | 'about' | 'dueOn'> &
  Pick<ProposalListed, 'id' | 'position' | 'region' | 'daysUntilRecorded'>;

/** Some of what waits, the first of it, and how much there is. */
export interface TrayListed<Listed> {
  readonly listed: readonly Listed[];
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

const either = 'p.stream, p.id, p.position::float8 AS position, p.revision, p.about, p.due_on::text AS "dueOn", v.region';
const proposalLine = [
  either,
  'p.kind, p.level, p.outcome, p.answered_on::text AS "answeredOn", p.answered_by AS "answeredBy", p.answered_for AS "answeredFor"',
  'p.proposed_on - p.effective_on AS "daysUntilRecorded"',
].join(', ');
const requestLine = `${either}, p.requested_on - p.effective_on AS "daysUntilRecorded"`;

/** Asks for proposals and requests of many subjects at once; of a subject that one may not read none is told or counted. */
export class ProposalQuery {
  constructor(private readonly db: Pick<DataSource, 'query'>) {}

  /** What somebody may answer, as `mustBeSecond` has it: another person, of another unit, of the level. The earliest due first. */
  toAnswer({ confirms, unit, level, ...of }: Answerer): Promise<TrayListed<ProposalListed>> {
    const where = new Where();
    where.add(isSeen(where, confirms)).add('p.outcome IS NULL');
    where.add('NOT p.people && ?', of.people).add('NOT p.units && ?', [unit]);
    where.add('(p.level IS NULL OR p.level = ANY(?))', levels.slice(0, levels.indexOf(level) + 1));
    return this.tray(where, { line: proposalLine, from: 'proposal', order: 'p.due_on, p.position' }, of);
  }

  /** What somebody had a hand in: what waits, the earliest due first, then what was answered last. */
  mine(of: TrayOf): Promise<TrayListed<ProposalListed>> {
    const where = new Where().add('p.people && ?', of.people);
    const order = 'p.answered_on DESC NULLS FIRST, p.due_on, p.position DESC';
    return this.tray(where, { line: proposalLine, from: 'proposal', order }, of);
  }

  /** What householders asked and nobody has answered, where somebody holds the rights to deal with it. The earliest due first. */
  requests({ deals, ...of }: TrayOf & { readonly deals: Sees }): Promise<TrayListed<RequestListed>> {
    const where = new Where().add('p.outcome IS NULL');
    where.add(isSeen(where, deals));
    return this.tray(where, { line: requestLine, from: 'correction_request', order: 'p.due_on, p.position' }, of);
  }

  private async tray<Listed>(where: Where, { line, from, order }: Asked, { sees, today, limit }: TrayOf): Promise<TrayListed<Listed>> {
    where.add(isSeen(where, sees));
    const rows: (Listed & { readonly count: number; readonly overdue: number })[] = await this.db.query(
      `SELECT ${line}, (count(*) OVER ())::int AS count,
              (count(*) FILTER (WHERE p.outcome IS NULL AND p.due_on < ${where.value(today)}) OVER ())::int AS overdue
         FROM read.${from} p JOIN read.subject v ON v.stream = p.stream WHERE ${where.sql} ORDER BY ${order} LIMIT ${where.value(limit)}`,
      where.values,
    );
    const { count = 0, overdue = 0 } = rows[0] ?? {};
    return { listed: rows, count, overdue };
  }
}

interface Asked {
  readonly line: string;
  readonly from: 'proposal' | 'correction_request';
  readonly order: string;
}
