import { household, householdIdOf } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { type Entry, StreamCache } from '@lookback/log/event-log';
import {
  holdsAt,
  mayKnow,
  mustHoldAt,
  ownWhereabouts,
  readerRights,
  type Right,
  type Principal,
  streamOf,
  SubjectAbsent,
} from '@lookback/office/desk';
import type { Visibility } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';

/** A household's history, for a reader who may see it. */
export interface OpenedHousehold {
  /** Its id. */
  readonly household: string;
  readonly history: readonly Entry[];
  /** Whole for those who record there. */
  readonly sight: Visibility;
}

/** Opens households by id or number, held to the regions of the account that asks, if one does. */
@Injectable()
export class OpenedHouseholds {
  constructor(private readonly streams: StreamCache) {}

  /** Throws SubjectAbsent, also of what the asker may not know of; RightMissing of what the asker may know of and not ask. */
  async open(id: string, who: Principal | null, needed: readonly Right[] = readerRights): Promise<OpenedHousehold> {
    const key = /^\d{18}$/.test(id) ? householdIdOf(id.slice(0, 6) as RegionCode, id as HouseholdNumber) : id;
    const { entries, history } = await this.streams.load(streamOf(household, key));
    const { state } = history.folded(household);
    const where = ownWhereabouts(household, key, state);
    if (state.identification === null || (who && !mayKnow(who, household.visible, where))) throw new SubjectAbsent(household.name, id);
    if (who) mustHoldAt(who, needed, where);
    return { household: key, history: entries, sight: who === null || holdsAt(who, ['record'], where) ? 'whole' : 'masked' };
  }
}
