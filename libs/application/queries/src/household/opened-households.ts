import { household, householdIdOf } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import { asOf, everything, type RegionCode } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { holds, mayKnow, mustHold, readerRights, type Right, type Principal, streamOf, SubjectAbsent } from '@lookback/office/desk';
import type { Visibility } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { OpenedHistories } from './opened-histories.js';

/** A household's history in the hands of whoever may read it. */
export interface OpenedHousehold {
  /** Its id. */
  readonly household: string;
  readonly history: readonly Entry[];
  /** Whole for those who record there. */
  readonly sight: Visibility;
}

/** Opens households by id or number, held to the regions of whoever asks, if it is an account. */
@Injectable()
export class OpenedHouseholds {
  /** Where the household of each history that is kept lives today. */
  private readonly villages = new WeakMap<readonly Entry[], RegionCode | undefined>();

  constructor(private readonly histories: OpenedHistories) {}

  /** Throws SubjectAbsent, also of what the asker may not know of; RightMissing of what he may know of and not ask. */
  async of(id: string, who: Principal | null, needed: readonly Right[] = readerRights): Promise<OpenedHousehold> {
    const key = /^\d{18}$/.test(id) ? householdIdOf(id.slice(0, 6) as RegionCode, id as HouseholdNumber) : id;
    const history = await this.histories.of(streamOf(household, key));
    const village = this.villageOf(history);
    if (village === undefined || (who && !mayKnow(who, household.knownTo, [village]))) throw new SubjectAbsent(household.name, id);
    if (who) mustHold(who, needed, village);
    return { household: key, history, sight: who === null || holds(who, ['record'], village) ? 'whole' : 'masked' };
  }

  private villageOf(history: readonly Entry[]): RegionCode | undefined {
    if (!this.villages.has(history)) this.villages.set(history, asOf(household, history, everything).state.identification?.village);
    return this.villages.get(history);
  }
}
