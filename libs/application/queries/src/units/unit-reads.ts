import { HelperQuery, householdsRegister } from '@lookback/case/household';
import { asOf, type Moment, type UnitId } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import {
  Clock,
  holds,
  knowsOf,
  mayKnow,
  ownWhereabouts,
  Parts,
  readerRights,
  type Principal,
  type Sees,
  seesOf,
  streamOf,
  SubjectAbsent,
} from '@lookback/office/desk';
import { person, postKinds, RegistryQuery, unit, type UnitListed, unitsRegister } from '@lookback/office/registry';
import { momentOf, type Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { MomentAsked } from '../moment/moment.dto.js';
import type { LikelyUnits, UnitLikely, UnitListLine, UnitMember, UnitRecord, UnitsAsked, UnitsPage } from './units.dto.js';
import { ActivityCounts } from '../people/activity-counts.js';
import { NameDirectory } from '../names/name-directory.js';
import { PersonLines } from '../people/person-lines.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

const unitsUnlessSaid = 100;

/** Answers which public bodies there are, who serves in one, and what it did. */
@Injectable()
export class UnitReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: RegistryQuery,
    private readonly helpers: HelperQuery,
    private readonly doings: ActivityCounts,
    private readonly names: NameDirectory,
    private readonly lines: PersonLines,
    private readonly readModelPosition: ReadModelPosition,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  async find({ limit = unitsUnlessSaid, ...wanted }: UnitsAsked, who: Principal): Promise<UnitsPage> {
    const position = await this.readModelPosition.position();
    const found = await this.query.units({ ...wanted, limit: limit + 1 }, this.known(who));
    const names = await this.names.load({});
    const units = found.slice(0, limit).map((one) => unitLine(one, names));
    return { position, units, next: found.length > limit ? (units.at(-1)?.unit ?? null) : null };
  }

  /** Which unit may be the one that is about to be put on record: only those that the asker would find by searching. */
  async likely(wanted: UnitLikely, who: Principal): Promise<LikelyUnits> {
    await this.readModelPosition.position();
    const [found, names] = await Promise.all([this.query.likelyUnits(wanted, this.known(who)), this.names.load({})]);
    return { units: found.map((one) => unitLine(one, names)) };
  }

  /** Throws SubjectAbsent where no unit of this id was on record at the moment, or the asker has nothing to do with it. */
  async record(id: string, query: MomentAsked, who: Principal): Promise<UnitRecord> {
    const moment = await momentOf(query, this.log, this.clock);
    const { state } = asOf(unit, await this.log.readStream(streamOf(unit, id)), moment);
    if (!state || !mayKnow(who, unit.visible, ownWhereabouts(unit, id, state))) throw new SubjectAbsent(unit.name, id);
    const reads = holds(who, readerRights);
    const whose = { unit: id as UnitId };
    const ids = await this.query.peopleOf(whose.unit);
    const [names, phoneEnd, householdsNow, problems, acts] = await Promise.all([
      this.names.load({ people: ids }),
      this.lines.phoneEnds(ids, who),
      reads ? this.helpers.helpedFor(whose.unit, seesOf(who, this.parts.withRowsIn(householdsRegister))) : null,
      reads ? this.doings.duties(whose, who) : null,
      reads ? this.doings.acts(whose, moment, who) : null,
    ]);
    const { region, ...rest } = state;
    return {
      asOf: { at: moment.effective, known: `@${moment.known}` },
      ...whose,
      ...rest,
      region,
      regionName: names.region(region),
      people: await this.membersOf(whose.unit, ids, { moment, names, phoneEnd }),
      householdsNow,
      problems,
      acts,
    };
  }

  private known(who: Principal): Sees {
    return knowsOf(who, this.parts.withRowsIn(unitsRegister));
  }

  /** Those who hold a post on the day first, each time the longest. */
  private async membersOf(
    id: UnitId,
    people: readonly UnitMember['person'][],
    as: { moment: Moment; names: Names; phoneEnd: (person: UnitMember['person']) => string | null },
  ): Promise<UnitMember[]> {
    const histories = await this.log.readStreams(people.map((one) => streamOf(person, one)));
    const members = people.flatMap((one, i) => {
      const { state } = asOf(person, histories[i] ?? [], as.moment);
      const posts = [...(state?.posts ?? []).map((post) => ({ ...post, until: null })), ...(state?.ended ?? [])];
      return posts
        .filter((held) => held.unit === id)
        .map(({ post, since, until }) => ({
          person: one,
          name: as.names.official(one),
          phoneEnd: as.phoneEnd(one),
          post,
          ...postKinds[post],
          since,
          until,
        }));
    });
    return members.sort((a, b) => Number(a.until !== null) - Number(b.until !== null) || (a.since < b.since ? -1 : 1));
  }
}

const unitLine = (one: UnitListed, names: Names): UnitListLine => ({ ...one, regionName: names.region(one.region) });
