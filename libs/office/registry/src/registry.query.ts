import { type CalendarDate, input, type Level, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { literally, todays, Where } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { isOfSeen, type Sees } from '@lookback/office/desk';
import type { DataSource } from 'typeorm';
import { plainName, saysTheSame } from './alike.js';
import { sameName, samePhone } from './people/officials.projection.js';
import type { PostKind } from './people/post.codes.js';
import type { UnitKind } from './units/unit.codes.js';
import type { UnitName } from './public-name.js';
import { unitsRegister } from './units/units.register.js';

/** Which officials; all that is given has to hold. */
export interface OfficialsWanted {
  /** Beginning of a name. */
  readonly text?: string | undefined;
  /** This one alone. */
  readonly person?: PersonId | undefined;
  readonly region?: RegionCode | undefined;
  /** In which they hold a post. */
  readonly unit?: UnitId | undefined;
  readonly post?: PostKind | undefined;
  /** Only those who hold none. */
  readonly withoutPost?: boolean | undefined;
  /** Only some. */
  readonly among?: readonly PersonId[] | undefined;
  /** The last person of the page before. */
  readonly after?: PersonId | undefined;
  readonly limit: number;
}

export interface OfficialListed {
  readonly person: PersonId;
  readonly region: RegionCode;
  /** Those held now. */
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
  /** This one alone. */
  readonly unit?: UnitId | undefined;
  readonly kind?: UnitKind | undefined;
  readonly region?: RegionCode | undefined;
  /** The last unit of the page before. */
  readonly after?: UnitId | undefined;
  readonly limit: number;
}

export interface UnitListed {
  readonly unit: UnitId;
  readonly name: UnitName;
  readonly kind: UnitKind;
  readonly region: RegionCode;
  readonly level: Level;
  /** How many hold a post in it. */
  readonly people: number;
}

/** An official who may be the one that somebody is about to put on record, and what is the same. */
export interface LikelyPerson extends OfficialListed {
  readonly sameName: boolean;
  readonly samePhone: boolean;
}

/** How far the registry has come. */
export interface RegistryCounts {
  readonly units: number;
  readonly people: number;
  /** Of whom hold a post. */
  readonly posted: number;
}

/** More than these are told apart by searching. */
const mostLikely = 10;

const publicBodies = todays(unitsRegister);

/** Asks for officials and public bodies. Every question is held to those of whom the asker may know. */
export class RegistryQuery {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Pick<Keys, 'lookup'>,
  ) {}

  /** In order of their ids: names stand nowhere. */
  people(wanted: OfficialsWanted, sees: Sees): Promise<OfficialListed[]> {
    const { text, region, unit, post, person, withoutPost, among, after, limit } = wanted;
    const where = seenIn('o', sees).addIf('o.person > ?', after).addIf('o.person = ?', person).addIf('o.person = ANY(?)', among);
    if (region !== undefined) where.within('o.region', [region]);
    where.addIf('o.begins @> ARRAY[?]', text === undefined ? undefined : sameName(this.keys, text));
    if (unit !== undefined || post !== undefined) where.add(`EXISTS (SELECT FROM read.official h WHERE ${holding(where, unit, post)})`);
    if (withoutPost)
      where.add('NOT EXISTS (SELECT FROM read.official h WHERE h.stream = o.stream AND h.post IS NOT NULL AND h.until IS NULL)');
    return this.db.query(
      `SELECT ${official} FROM read.official o WHERE ${where.sql} GROUP BY o.person ORDER BY o.person LIMIT ${where.value(limit)}`,
      where.values,
    );
  }

  /** Those of this name or this telephone number: the more that is the same, the earlier. */
  likelyPeople({ name, phone }: { name: string; phone?: string | null | undefined }, sees: Sees): Promise<LikelyPerson[]> {
    const where = seenIn('o', sees);
    const isNamed = `o.same_name = ${where.value(sameName(this.keys, name))}`;
    const isCalled = !phone ? 'false' : `coalesce(o.same_phone = ${where.value(samePhone(this.keys, phone))}, false)`;
    where.add(`(${isNamed} OR ${isCalled})`);
    return this.db.query(
      `SELECT ${official}, bool_or(${isNamed}) AS "sameName", bool_or(${isCalled}) AS "samePhone"
         FROM read.official o WHERE ${where.sql} GROUP BY o.person
        ORDER BY bool_or(${isCalled}) DESC, bool_or(${isNamed}) DESC, o.person LIMIT ${mostLikely}`,
      where.values,
    );
  }

  /** Those of this name in the county, and those whose name says the same with or without the place before it: 永寿县民政局, 民政局. */
  async likelyUnits({ name, region }: { name: string; region: RegionCode }, sees: Sees): Promise<UnitListed[]> {
    const county = region.slice(0, countyDigits) as RegionCode;
    const where = seenIn('u', sees).add('(u.region LIKE ? OR ? LIKE u.region || ?)', `${county}%`, county, '%');
    const units = await this.listedUnits(where, mostUnitsOfCounty);
    const plainly = plainName(name);
    return units.filter((one) => saysTheSame(plainName(one.name), plainly)).slice(0, mostLikely);
  }

  /** How far the registry has come. */
  async counts(sees: Sees): Promise<RegistryCounts> {
    const [people, units] = [seenIn('o', sees), seenIn('u', sees)];
    const [[counted], [bodies]] = await Promise.all([
      this.db.query<Omit<RegistryCounts, 'units'>[]>(
        `SELECT count(DISTINCT o.person)::int AS people,
                (count(DISTINCT o.person) FILTER (WHERE o.post IS NOT NULL AND o.until IS NULL))::int AS posted
           FROM read.official o WHERE ${people.sql}`,
        people.values,
      ),
      this.db.query<Pick<RegistryCounts, 'units'>[]>(
        `SELECT count(*)::int AS units FROM ${publicBodies} u WHERE ${units.sql}`,
        units.values,
      ),
    ]);
    return { units: 0, people: 0, posted: 0, ...counted, ...bodies };
  }

  /** Everybody who holds a post in a unit, or held one, as known now. */
  async peopleOf(unit: UnitId): Promise<PersonId[]> {
    const rows: { person: PersonId }[] = await this.db.query('SELECT DISTINCT o.person FROM read.official o WHERE o.unit = $1 ORDER BY 1', [
      unit,
    ]);
    return rows.map(({ person }) => person);
  }

  /** In order of their names. */
  units({ text, unit, kind, region, after, limit }: UnitsWanted, sees: Sees): Promise<UnitListed[]> {
    const where = seenIn('u', sees)
      .addIf('u.kind = ?', kind)
      .addIf('u.stream = ?', unit && `unit-${unit}`);
    if (region !== undefined) where.within('u.region', [region]);
    where.addIf('u.name LIKE ?', text === undefined ? undefined : `%${literally(input.line(text))}%`);
    if (after !== undefined) {
      const last = `last.stream = ${where.value(`unit-${after}`)} AND ${isOfSeen(where, rowsOf('last'), sees)}`;
      where.add(`(u.name, u.stream) > (SELECT last.name, last.stream FROM ${publicBodies} last WHERE ${last})`);
    }
    return this.listedUnits(where, limit);
  }

  private listedUnits(where: Where, limit: number): Promise<UnitListed[]> {
    return this.db.query(
      `SELECT substr(u.stream, 6) AS unit, u.name, u.kind, u.region, u.level,
              (SELECT count(DISTINCT o.person)::int FROM read.official o WHERE o.unit = substr(u.stream, 6) AND o.until IS NULL) AS people
         FROM ${publicBodies} u WHERE ${where.sql} ORDER BY u.name, u.stream LIMIT ${where.value(limit)}`,
      where.values,
    );
  }
}

const rowsOf = (alias: 'o' | 'u' | 'last') => ({ stream: `${alias}.stream`, place: `${alias}.region` });

function seenIn(alias: 'o' | 'u', sees: Sees): Where {
  const where = new Where();
  return where.add(isOfSeen(where, rowsOf(alias), sees));
}

/** An official with the posts held now, as SQL. */
const official = `o.person, min(o.region) AS region, coalesce(
  jsonb_agg(jsonb_build_object('post', o.post, 'unit', o.unit, 'level', o.level, 'region', o.unit_region, 'since', o.since) ORDER BY o.n)
  FILTER (WHERE o.post IS NOT NULL AND o.until IS NULL), '[]') AS posts`;
const countyDigits = 6;
/** A county has some hundreds; nobody waits for more. */
const mostUnitsOfCounty = 5_000;
function holding(where: Where, unit: UnitId | undefined, post: PostKind | undefined): string {
  const conditions = ['h.stream = o.stream', 'h.until IS NULL'];
  if (unit !== undefined) conditions.push(`h.unit = ${where.value(unit)}`);
  if (post !== undefined) conditions.push(`h.post = ${where.value(post)}`);
  return conditions.join(' AND ');
}
