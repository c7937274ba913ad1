import { household, type Household } from '@lookback/case/household';
import {
  type Chapter,
  type EventOf,
  History,
  type Moment,
  type Recorded,
  type Resolved,
  resolve,
  setAs,
  step,
  Inapplicable,
} from '@lookback/kernel';
import { fieldsOf } from './fields.js';
import { fileOfState } from './household-file.js';
import { written } from './provenance.js';

/** On which clock one goes through a history: what happened, day by day, or what was recorded, entry by entry. */
export type ClockKind = 'happened' | 'recorded';

/** Which field, on which clock. */
export interface FieldOnClock {
  readonly field: string;
  readonly clock: ClockKind;
}

/** An entry after which a field shows something else than before. */
export interface FieldChange {
  readonly entry: Resolved;
  readonly before: Household;
  readonly after: Household;
}
type Step = readonly [entry: Resolved, state: Household];

/**
 * Every entry at which a field of the file changed. By what happened: of the entries that count at the moment, in the order in which
 * they took effect. By what was recorded: of all up to its position, as the moment's day looked once each was on record.
 */
export function changesOf(history: readonly Recorded[], moment: Moment, { field, clock }: FieldOnClock): FieldChange[] {
  const changes: FieldChange[] = [];
  let before: Household = household.initial;
  let was = valueIn(before, field);
  for (const [entry, after] of clock === 'happened' ? happening(history, moment) : recording(history, moment)) {
    const is = after === before ? was : valueIn(after, field);
    if (is !== was) changes.push({ entry, before, after });
    [before, was] = [after, is];
  }
  return changes;
}

function* happening(history: readonly Recorded[], moment: Moment): Generator<Step> {
  let state: Household = household.initial;
  for (const entry of resolve(history, moment).entries) {
    const next = step(household, state, entry);
    if (next instanceof Inapplicable) continue;
    yield [entry, (state = next)];
  }
}

function* recording(history: readonly Recorded[], { effective, known }: Moment): Generator<Step> {
  const sofar = new History();
  for (const entry of history) {
    if (entry.position > known) return;
    sofar.take([entry]);
    yield [setAs(entry, entry.id), sofar.on(effective, anyChapter) as Household];
  }
}

/** A history takes a chapter of any state. */
const anyChapter = household as unknown as Chapter<unknown, EventOf>;

const valueIn = (state: Household, field: string): string | undefined => written(fieldsOf(fileOfState(state))).get(field);
