import {
  type HelperCount,
  HelperQuery,
  type HelperShare,
  type HouseholdOfUnit,
  householdsRegister,
  nextCursor,
} from '@lookback/case/household';
import type { Erased, InBoth, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import {
  Acquainted,
  Clock,
  countsOf,
  needStandard,
  Parts,
  Posts,
  type Principal,
  seesOf,
  StandardsInForce,
  SubjectAbsent,
} from '@lookback/office/desk';
import { nation, peopleNames, unitNames } from '@lookback/office/registry';
import { type HelperQuotas, ListsFromLog } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type {
  HelpersAsked,
  HelperCountsShown,
  HelperKnown,
  HelperTally,
  PersonHouseholds,
  UnderQuotaAsked,
  UnderQuotaPage,
  UnitHouseholds,
  UnitHouseholdsAsked,
  WithoutPostPage,
} from './helpers.dto.js';
import { PersonLines } from '../people/person-lines.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

const linesUnlessSaid = 50;
/** Each opens a history: few at once, so that others find a connection in between. */
const postsAtOnce = 50;

/** Answers who helps whom: rows from the read model, quotas as they hold today. */
@Injectable()
export class HelperReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: HelperQuery,
    private readonly lines: PersonLines,
    private readonly readModelPosition: ReadModelPosition,
    private readonly standards: StandardsInForce,
    private readonly lists: ListsFromLog,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly acquainted: Acquainted,
    private readonly parts: Parts,
  ) {}

  /** Throws SubjectAbsent where nobody of this id is on record, or the asker has nothing to do with them. */
  async householdsOf(id: string, who: Principal): Promise<PersonHouseholds> {
    const position = await this.readModelPosition.position();
    const person = id as PersonId;
    const [households, names] = await Promise.all([
      this.query.householdsOf(person, seesOf(who, this.subjects)),
      peopleNames(this.log, [person]),
    ]);
    if (households.length === 0 && !(await this.acquainted.with(who, 'person', id))) throw new SubjectAbsent('person', id);
    const units = await unitNames(
      this.log,
      households.map(({ unit }) => unit),
    );
    return {
      position,
      person,
      name: plainName(names.get(person)),
      households: households.map((one) => ({ ...one, unitName: units.get(one.unit) ?? null })),
    };
  }

  /** Throws SubjectAbsent where no unit of this id is on record, or the asker has nothing to do with it. */
  async householdsOfUnit(id: string, { after, limit = linesUnlessSaid }: UnitHouseholdsAsked, who: Principal): Promise<UnitHouseholds> {
    const position = await this.readModelPosition.position();
    const unit = id as UnitId;
    const name = (await unitNames(this.log, [unit])).get(unit);
    const found = await this.query.householdsOfUnit(unit, { after, limit: limit + 1 }, seesOf(who, this.subjects));
    if (name === undefined || (found.length === 0 && !(await this.acquainted.with(who, 'unit', id)))) throw new SubjectAbsent('unit', id);
    const page = found.slice(0, limit);
    const people = page.flatMap(({ helpers }) => helpers.map(({ person }) => person));
    const [names, phoneEnd] = await Promise.all([peopleNames(this.log, people), this.lines.phoneEnds(people, who)]);
    const named = (helper: HouseholdOfUnit['helpers'][number]) => ({
      ...helper,
      name: plainName(names.get(helper.person)),
      phoneEnd: phoneEnd(helper.person),
    });
    return {
      position,
      unit,
      name,
      households: page.map((one) => ({ ...one, helpers: one.helpers.map(named) })),
      next: nextCursor(found, limit),
    };
  }

  /** Those who hold no post today. */
  async withoutPost({ region, after, limit = linesUnlessSaid }: UnderQuotaAsked, who: Principal): Promise<WithoutPostPage> {
    const [position, today] = [await this.readModelPosition.position(), this.clock.today()];
    const helpers = await this.query.helpers(region, seesOf(who, this.subjects));
    const without: HelperCount[] = [];
    for (let i = 0; i < helpers.length; i += postsAtOnce) {
      const some = helpers.slice(i, i + postsAtOnce);
      const held = await Promise.all(some.map(({ person }) => this.posts.held(person, today)));
      without.push(...some.filter((_, n) => held[n] === null));
    }
    const page = without.filter(({ person }) => after === undefined || person > after).slice(0, limit);
    return { position, total: without.length, helpers: await this.named(page, who) };
  }

  /** Those who help fewer households than the standard of their county and rank says; the highest where their ranks differ. */
  async underQuota({ region, after, limit = linesUnlessSaid }: UnderQuotaAsked, who: Principal): Promise<UnderQuotaPage> {
    const position = await this.readModelPosition.position();
    const helpers = await this.query.helpers(region, seesOf(who, this.subjects));
    const quotas = await this.quotasOf(new Set(helpers.map(({ county }) => county)));
    const under = helpers.flatMap((helper) => {
      const quota = Math.max(...helper.ranks.map((rank) => quotas.get(helper.county)?.get(rank) ?? 0));
      return helper.households < quota ? [{ ...helper, quota }] : [];
    });
    const page = under.filter(({ person }) => after === undefined || person > after).slice(0, limit);
    return { position, total: under.length, helpers: await this.named(page, who) };
  }

  async counts({ region }: HelpersAsked, who: Principal): Promise<HelperCountsShown> {
    const position = await this.readModelPosition.position();
    const { byRank, byUnit, ...counts } = await this.query.counts(region, countsOf(who, this.subjects));
    const units = await unitNames(
      this.log,
      byUnit.map(({ key }) => key as UnitId),
    );
    const unitName = (key: string) => units.get(key as UnitId);
    const said = { region: region ?? nation, on: this.clock.today() };
    const words = await this.lists.words([said.region]);
    return {
      position,
      ...counts,
      withoutHelper: counts.households - counts.withHelper,
      byRank: byRank.map((share) => tally(share, words('helper-quotas', share.key, said))),
      byUnit: byUnit.map((share) => tally(share, both(unitName(share.key)))),
    };
  }

  private get subjects() {
    return this.parts.withRowsIn(householdsRegister);
  }

  private async quotasOf(counties: ReadonlySet<RegionCode>): Promise<ReadonlyMap<RegionCode, ReadonlyMap<string, number>>> {
    const today = this.clock.today();
    const found = [...counties].map(async (county) => {
      const { quotas } = (await needStandard(this.standards, 'helper-quotas', county, today)).value as HelperQuotas;
      return [county, new Map<string, number>(quotas.map(({ rank, households }) => [rank, households]))] as const;
    });
    return new Map(await Promise.all(found));
  }

  private async named<Helper extends HelperCount>(page: readonly Helper[], who: Principal): Promise<(Helper & HelperKnown)[]> {
    const people = page.map(({ person }) => person);
    const [names, phoneEnd] = await Promise.all([peopleNames(this.log, people), this.lines.phoneEnds(people, who)]);
    const units = await unitNames(
      this.log,
      page.flatMap((helper) => helper.units),
    );
    const [words, today] = [await this.lists.words(page.map(({ county }) => county)), this.clock.today()];
    return page.map((helper) => ({
      ...helper,
      ranks: [...helper.ranks],
      rankWords: helper.ranks.map((rank) => words('helper-quotas', rank, { region: helper.county, on: today }) ?? { en: rank, zh: rank }),
      name: plainName(names.get(helper.person)),
      phoneEnd: phoneEnd(helper.person),
      units: helper.units.map((unit) => ({ unit, name: units.get(unit) ?? null })),
    }));
  }
}

const tally = (share: HelperShare, words: InBoth | null): HelperTally => ({ ...share, en: words?.en ?? null, zh: words?.zh ?? null });
const both = (name: string | undefined): InBoth | null => (name === undefined ? null : { en: name, zh: name });
const plainName = (name: string | Erased | undefined): string | null => (typeof name === 'string' ? name : null);
