import { everything, input, type RegionCode, unsealed } from '@lookback/kernel';
import { type EventLog, sealedValuesAt } from '@lookback/log/event-log';
import { type AskedReadModels, RegisterQuery, type RowsAsked } from '@lookback/log/read-model';
import type { NameKeys } from '@lookback/log/vault';
import { LRUCache } from 'lru-cache';
import { anySubject, isRowSeen, lieInVillages, type Sees } from '@lookback/office/desk';
import { household } from './household.js';
import { asOnePersons, beginningOf, nameIndex } from './name-index.register.js';

/** A point of the two clocks, and what the asker sees there. */
export type Seen = Pick<RowsAsked, 'day' | 'isLastDay' | 'position'> & { readonly sees: Sees };

/** As everything stands: nothing takes effect later than today. */
export const asNow = (sees: Sees): Seen => ({ day: everything.effective, isLastDay: true, position: null, sees });

/** Finds people by what no table holds: marks tell who may be meant, and the boxes of these who is. */
export class NameIndex {
  private readonly registers: RegisterQuery;
  /** Names by place, which say the same for ever: opening one costs as much as finding thirty. */
  private readonly opened = new LRUCache<string, string>({ max: mostOpened });

  constructor(
    private readonly db: AskedReadModels,
    private readonly log: Pick<EventLog, 'entriesAt'>,
    private readonly keys: NameKeys,
  ) {
    this.registers = new RegisterQuery(db);
  }

  /** The households, as registers know them, with a member whose name begins so; none for less than two characters. */
  async called(text: string, seen: Seen): Promise<number[]> {
    const beginning = beginningOf(text);
    if (beginning === null) return [];
    const marks = (await this.villages(seen)).flatMap((village) => this.keys.beginnings(village, beginning));
    const alike = await this.marked('beginning', marks, seen);
    const names = await this.names(alike.map(({ place }) => place));
    const sought = input.name(text);
    return [...new Set(alike.flatMap(({ subject }, i) => (names[i]?.startsWith(sought) ? [subject] : [])))];
  }

  /** The households with a member who has a number. */
  async having(number: string, seen: Seen): Promise<number[]> {
    return [...new Set((await this.marked('number', this.numbers(number), seen)).map(({ subject }) => subject))];
  }

  /** The names that stand in boxes at some places, in their order; null where there is none, or it is erased. */
  async names(places: readonly (string | null)[]): Promise<(string | null)[]> {
    const wanted = [...new Set(places)].filter((place) => place !== null);
    const names = new Map(wanted.map((place) => [place, this.opened.get(place) ?? null]));
    const closed = wanted.filter((place) => names.get(place) === null);
    const values = closed.length > 0 ? await sealedValuesAt(this.log, closed) : [];
    values.forEach((value, i) => {
      const [place, name] = [closed[i] as string, unsealed(value)];
      if (typeof name !== 'string') return;
      names.set(place, input.name(name));
      this.opened.set(place, input.name(name));
    });
    return places.map((place) => place && (names.get(place) ?? null));
  }

  /** By which a member with this number, or with that of his disability card, may stand in the index. */
  numbers(number: string): string[] {
    return this.keys.numbers(asOnePersons(number));
  }

  /** By which a member whose name is this, or begins alike, may stand in the index of a village. */
  beginnings(village: RegionCode, name: string): string[] {
    const beginning = beginningOf(name);
    return beginning === null ? [] : this.keys.beginnings(village, beginning);
  }

  private async marked(column: 'beginning' | 'number', marks: readonly string[], { sees, ...point }: Seen) {
    const { found } = await this.registers.page({
      register: nameIndex,
      ...point,
      filters: [{ column, anyOf: marks.map((value) => ({ is: 'one', value })) }],
      beside: [],
      isSeen: (row) => isRowSeen(row, sees, lieInVillages([anySubject(household)])),
      columns: ['memberName'],
      order: [],
      limit: mostAlike,
    });
    return found.map(({ subject, cells: [place] }) => ({ subject, place: place as string }));
  }

  /** Where members live, or lived if that is asked for. */
  private async villages({ isLastDay, position }: Seen): Promise<RegionCode[]> {
    const rows = await this.db.query<{ village: RegionCode }[]>(isLastDay && position === null ? villagesOfToday : villagesEver);
    return rows.map(({ village }) => village);
  }
}

/** Names that a process keeps open, about 150 bytes each. */
const mostOpened = 100_000;

/** Whoever has so many found would not read them. */
const mostAlike = 100_000;

/** One look into the index of villages for each. */
const villagesOfToday = `
  WITH RECURSIVE v AS (
    (SELECT m.village FROM read.name_index_known m WHERE m.to_day = 'infinity' ORDER BY m.village LIMIT 1)
    UNION ALL
    SELECT (SELECT m.village FROM read.name_index_known m WHERE m.to_day = 'infinity' AND m.village > v.village ORDER BY m.village LIMIT 1)
      FROM v WHERE v.village IS NOT NULL)
  SELECT village FROM v WHERE village IS NOT NULL`;

const villagesEver = 'SELECT village FROM read.name_index_known UNION SELECT village FROM read.name_index_past';
