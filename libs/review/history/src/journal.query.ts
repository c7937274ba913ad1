import type { RegionCode } from '@lookback/kernel';
import type { DataSource } from 'typeorm';
import type { Sees } from '@lookback/office/desk';
import { type EntriesWanted, JournalWhere, lateAfter, places, reversed } from './journal.where.js';

export type { EntriesWanted } from './journal.where.js';

export interface EntryListed {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** Where its subject lies, or lay then, where `isFormer`; null where it lies nowhere in particular. */
  readonly region: RegionCode | null;
  /** True where it is seen only as of a place where its subject lies no more. */
  readonly isFormer?: boolean;
  readonly daysUntilRecorded: number;
}

export const facets = ['kind', 'type', 'mode', 'person', 'account', 'unit', 'township', 'year'] as const;
export type FacetName = (typeof facets)[number];
export interface FacetCount {
  readonly facet: FacetName;
  readonly key: string;
  readonly entries: number;
}

/** How much was done by somebody, or for a unit. */
export interface Acts {
  readonly acted: number;
  readonly recorded: number;
  readonly late: number;
  readonly reversed: number;
}

const facetSql: Readonly<Record<FacetName, string>> = {
  kind: 'kind',
  type: 'type',
  mode: 'mode',
  person: 'acted_by',
  account: 'recorded_by',
  unit: 'unit',
  township: 'CASE WHEN length(region) >= 9 THEN left(region, 9) END',
  year: `to_char(effective_on, 'YYYY')`,
};

/** Asks for entries by what is known of them without opening any. Every question is held to what the asker may see. */
export class JournalQuery {
  constructor(private readonly db: Pick<DataSource, 'query'>) {}

  /** The next ones before a position, the newest first; or the next ones after it, the oldest first. */
  find(
    wanted: EntriesWanted,
    sees: Sees,
    page: { before?: number | undefined; after?: number | undefined; limit: number },
  ): Promise<EntryListed[]> {
    const where = new JournalWhere().matching(wanted, sees).addIf('j.position < ?', page.before).addIf('j.position > ?', page.after);
    return this.db.query(
      `SELECT j.position::float8 AS position, j.stream, j.revision, ${where.region} AS region, ${where.isFormer} AS "isFormer", j.days_until_recorded AS "daysUntilRecorded"
         FROM read.journal j ${places.joins} WHERE ${where.sql}
        ORDER BY j.position ${page.after === undefined ? 'DESC' : 'ASC'} LIMIT ${where.value(page.limit)}`,
      where.values,
    );
  }

  /** Whether any entry after one position, up to another, is of none of some kinds of subjects. */
  async hasOthersThan(kinds: readonly string[], after: number, upTo: number): Promise<boolean> {
    const [row] = await this.db.query<{ any: boolean }[]>(
      `SELECT EXISTS (SELECT FROM read.journal j WHERE j.position > $1 AND j.position <= $2 AND ${places.kind} <> ALL ($3)) AS any`,
      [after, upTo, kinds],
    );
    return row?.any ?? false;
  }

  /** The most frequent values of every facet among the newest entries, and among how many that is. */
  async facets(
    wanted: EntriesWanted,
    sees: Sees,
    { among, values }: { among: number; values: number },
  ): Promise<{ counted: number; counts: FacetCount[] }> {
    const where = new JournalWhere().matching(wanted, sees);
    const columns = facets.map((facet) => `${facetSql[facet]} AS ${facet}`).join(', ');
    const rows: (FacetCount & { counted: number })[] = await this.db.query(
      `WITH found AS MATERIALIZED (
         SELECT ${places.kind} AS kind, j.type, j.mode, j.acted_by, j.recorded_by, j.unit, j.effective_on, ${where.region} AS region
           FROM read.journal j ${places.joins} WHERE ${where.sql} ORDER BY j.position DESC LIMIT ${where.value(among)}),
       spread AS (SELECT ${columns} FROM found),
       counted AS (
         SELECT facet, key, count(*)::int AS entries, row_number() OVER (PARTITION BY facet ORDER BY count(*) DESC, key) AS place
           FROM spread CROSS JOIN LATERAL (VALUES ${facets.map((facet) => `('${facet}', ${facet})`).join(', ')}) AS one (facet, key)
          WHERE key IS NOT NULL GROUP BY facet, key)
       SELECT facet, key, entries, (SELECT count(*)::int FROM found) AS counted FROM counted
        WHERE place <= ${where.value(values)} ORDER BY facet, place`,
      where.values,
    );
    return { counted: rows[0]?.counted ?? 0, counts: rows.map(({ facet, key, entries }) => ({ facet, key, entries })) };
  }

  /** What was done by a person, or for a unit, in what the asker may see. */
  async acts(by: Pick<EntriesWanted, 'person' | 'unit' | 'recordedUpTo' | 'effectiveTo'>, sees: Sees): Promise<Acts> {
    const where = new JournalWhere().matching(by, sees);
    const acted = by.person === undefined ? 'true' : `j.acted_by = ${where.value(by.person)}`;
    const recorded = by.person === undefined ? 'false' : `j.recorder = ${where.value(by.person)}`;
    const [acts] = await this.db.query<Acts[]>(
      `SELECT (count(*) FILTER (WHERE ${acted}))::int AS acted, (count(*) FILTER (WHERE ${recorded}))::int AS recorded,
              (count(*) FILTER (WHERE ${acted} AND ${lateAfter}))::int AS late,
              (count(*) FILTER (WHERE ${acted} AND ${reversed}))::int AS reversed
         FROM read.journal j ${places.joins} WHERE ${where.sql}`,
      where.values,
    );
    return acts ?? { acted: 0, recorded: 0, late: 0, reversed: 0 };
  }
}
