import { type CalendarDate, input, type Level, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { literally, Where } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import type { DataSource } from 'typeorm';
import { sameName } from './officials.projection.js';
import type { PostKind } from './post.codes.js';
import { chainOf } from './region-code.js';
import type { UnitKind } from './unit.codes.js';
import type { UnitRow } from './unit.entity.js';

/** Which officials; all that is given has to hold. */
export interface OfficialsWanted {
  /** Beginning of a name. */
  readonly text?: string | undefined;
  readonly region?: RegionCode | undefined;
  /** In which they hold a post. */
  readonly unit?: UnitId | undefined;
  readonly post?: PostKind | undefined;
  /** The last person of the page before. */
  readonly after?: PersonId | undefined;
  readonly limit: number;
}

export interface OfficialListed {
  readonly person: PersonId;
  readonly region: RegionCode;
  /** Those that he holds. */
  readonly posts: readonly {
    readonly post: PostKind;
    readonly unit: UnitId;
    readonly level: Level;
    readonly region: RegionCode;
    readonly since: CalendarDate;
  }[];
}

export interface UnitsWanted {
  /** Part of a name. */
  readonly text?: string | undefined;
  readonly kind?: UnitKind | undefined;
  readonly region?: RegionCode | undefined;
  /** The last unit of the page before. */
  readonly after?: UnitId | undefined;
  readonly limit: number;
}

export type UnitListed = Omit<UnitRow, 'stream'>;

/** Asks for officials and public bodies: those of some regions, of what lies in these, and of what they lie in. */
export class RegistryQuery {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Pick<Keys, 'lookup'>,
  ) {}

  /** In order of their ids: names stand nowhere. */
  people({ text, region, unit, post, after, limit }: OfficialsWanted, near: readonly RegionCode[]): Promise<OfficialListed[]> {
    const where = nearby(new Where(), 'o.region', near).addIf('o.person > ?', after);
    if (region !== undefined) where.within('o.region', [region]);
    where.addIf('o.begins @> ARRAY[?]', text === undefined ? undefined : sameName(this.keys, text));
    if (unit !== undefined || post !== undefined) where.add(`EXISTS (SELECT FROM read.official h WHERE ${holding(where, unit, post)})`);
    return this.db.query(
      `SELECT o.person, min(o.region) AS region, coalesce(
                jsonb_agg(jsonb_build_object('post', o.post, 'unit', o.unit, 'level', o.level, 'region', o.unit_region, 'since', o.since) ORDER BY o.n)
                FILTER (WHERE o.post IS NOT NULL AND o.until IS NULL), '[]') AS posts
         FROM read.official o WHERE ${where.sql} GROUP BY o.person ORDER BY o.person LIMIT ${where.value(limit)}`,
      where.values,
    );
  }

  /** Everybody who holds a post in a unit, or held one, as known now. */
  async peopleOf(unit: UnitId): Promise<PersonId[]> {
    const rows: { person: PersonId }[] = await this.db.query('SELECT DISTINCT o.person FROM read.official o WHERE o.unit = $1 ORDER BY 1', [
      unit,
    ]);
    return rows.map(({ person }) => person);
  }

  /** In order of their names. */
  units({ text, kind, region, after, limit }: UnitsWanted, near: readonly RegionCode[]): Promise<UnitListed[]> {
    const where = nearby(new Where(), 'u.region', near).addIf('u.kind = ?', kind);
    if (region !== undefined) where.within('u.region', [region]);
    where.addIf('u.name LIKE ?', text === undefined ? undefined : `%${literally(input.line(text))}%`);
    where.addIf('(u.name, u.unit) > (SELECT last.name, last.unit FROM read.unit last WHERE last.unit = ?)', after);
    return this.db.query(
      `SELECT u.unit, u.name, u.kind, u.region, u.level FROM read.unit u WHERE ${where.sql} ORDER BY u.name, u.unit LIMIT ${where.value(limit)}`,
      where.values,
    );
  }
}

function nearby(where: Where, column: string, near: readonly RegionCode[]): Where {
  if (near.includes('CN' as RegionCode)) return where;
  const patterns = near.map((code) => `${code}%`);
  return where.add(`(${column} LIKE ANY(?) OR ${column} = ANY(?))`, patterns, near.flatMap(chainOf));
}

function holding(where: Where, unit: UnitId | undefined, post: PostKind | undefined): string {
  const conditions = ['h.stream = o.stream', 'h.until IS NULL'];
  if (unit !== undefined) conditions.push(`h.unit = ${where.value(unit)}`);
  if (post !== undefined) conditions.push(`h.post = ${where.value(post)}`);
  return conditions.join(' AND ');
}
