import { household, type Household } from '@lookback/case/household';
import type { Moment } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, Parts, type Principal, SubjectAbsent } from '@lookback/office/desk';
import {
  difference,
  fieldCalled,
  fieldsOf,
  changesOf,
  type HouseholdDiff,
  householdFile,
  type HouseholdFieldChanges,
  type HouseholdWhy,
  momentOf,
} from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { FieldChangesAsked, MomentAsked, TwoMomentsAsked } from '../moment/moment.dto.js';
import { explained, tellingOf } from './explaining.js';
import { NameDirectory } from '../names/name-directory.js';
import { OpenedHouseholds } from './opened-households.js';

/** Answers why a household's file is so, and what two of its moments differ in. */
@Injectable()
export class HouseholdChanges {
  constructor(
    private readonly log: EventLog,
    private readonly opened: OpenedHouseholds,
    private readonly names: NameDirectory,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** Throws SubjectAbsent where the household was not on record at the moment. */
  async why(id: string, query: MomentAsked, who: Principal | null): Promise<HouseholdWhy> {
    const moment = await momentOf(query, this.log, this.clock);
    const { household: key, history, sight } = await this.opened.open(id, who);
    const names = await this.names.in(history);
    const { shown, setBy } = explained(history, moment, { sight, names });
    if (shown.size === 0) throw new SubjectAbsent(household.name, `${id} (${moment.effective}, @${moment.known})`);
    const telling = tellingOf(history, moment.known, { sentences: this.parts.sentences, names });
    const fields = [...shown].map(([field, value]) => ({
      field,
      ...fieldCalled(field, value),
      setBy: telling.positions(setBy.get(field)),
    }));
    return { id: key, asOf: asOfShown(moment), fields, entries: telling.told(fields) };
  }

  /** A moment at which the household was not on record shows no field. */
  async diff(id: string, query: TwoMomentsAsked, who: Principal | null): Promise<HouseholdDiff> {
    const [a, b] = await Promise.all([
      momentOf({ at: query.at, known: query.known }, this.log, this.clock),
      momentOf({ at: query.vsAt, known: query.vsKnown }, this.log, this.clock),
    ]);
    const { household: key, history, sight } = await this.opened.open(id, who);
    const names = await this.names.in(history);
    const telling = tellingOf(history, Math.max(a.known, b.known), { sentences: this.parts.sentences, names });
    const changed = difference(explained(history, a, { sight, names }), explained(history, b, { sight, names })).map(
      ({ field, before = null, after = null, setBy }) => ({
        field,
        ...fieldCalled(field, after ?? before),
        before,
        after,
        setBy: telling.positions(setBy),
      }),
    );
    return { id: key, a: asOfShown(a), b: asOfShown(b), changed, entries: telling.told(changed) };
  }

  /** A field that no file of this household has ever shown did not change. */
  async ofField(id: string, { field, clock, ...query }: FieldChangesAsked, who: Principal | null): Promise<HouseholdFieldChanges> {
    const moment = await momentOf(query, this.log, this.clock);
    const { household: key, history, sight } = await this.opened.open(id, who);
    const names = await this.names.in(history);
    const shownOf = (state: Household) =>
      fieldsOf(householdFile(key, { state, inapplicable: [] }, moment, { sight, names })).get(field) ?? null;
    const telling = tellingOf(history, moment.known, { sentences: this.parts.sentences, names });
    const changes = changesOf(history, moment, { field, clock }).map(({ entry, before, after }) => ({
      on: entry.by.effectiveOn,
      setBy: telling.positions([entry]),
      before: shownOf(before),
      after: shownOf(after),
    }));
    return { id: key, asOf: asOfShown(moment), field, clock, changes, entries: telling.told(changes) };
  }
}

const asOfShown = ({ effective, known }: Moment) => ({ at: effective, known: `@${known}` });
