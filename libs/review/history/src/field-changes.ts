import { History, Inapplicable, type Moment, type Recorded, type Resolved, resolve, setAs, step } from '@lookback/kernel';
import { fieldsOf, type Filed, wholeNameless, written } from './fields.js';

/** On which clock one goes through a history: what happened, day by day, or what was recorded, entry by entry. */
export type ClockKind = 'happened' | 'recorded';

/** Which field, on which clock. */
export interface FieldOnClock {
  readonly field: string;
  readonly clock: ClockKind;
}

/** An entry after which a field shows something else than before. */
export interface FieldChange<State> {
  readonly entry: Resolved;
  readonly before: State;
  readonly after: State;
}
type Step<State> = readonly [entry: Resolved, state: State];

/**
 * Every entry at which a field of the file changed. By what happened: of the entries that count at the moment, in the order in which
 * they took effect. By what was recorded: of all up to its position, as the moment's day looked once each was on record.
 */
export function changesOf<State>(
  subject: Filed<State>,
  history: readonly Recorded[],
  moment: Moment,
  { field, clock }: FieldOnClock,
): FieldChange<State>[] {
  const valueIn = (state: State) => written(fieldsOf(subject.file, state, wholeNameless)).get(field);
  const changes: FieldChange<State>[] = [];
  let before = subject.initial;
  let was = valueIn(before);
  for (const [entry, after] of (clock === 'happened' ? happening : recording)(subject, history, moment)) {
    const is = after === before ? was : valueIn(after);
    if (is !== was) changes.push({ entry, before, after });
    [before, was] = [after, is];
  }
  return changes;
}

function* happening<State>(subject: Filed<State>, history: readonly Recorded[], moment: Moment): Generator<Step<State>> {
  let state = subject.initial;
  for (const entry of resolve(history, moment, subject.onEveryDay).entries) {
    const next = step(subject, state, entry);
    if (next instanceof Inapplicable) continue;
    yield [entry, (state = next)];
  }
}

function* recording<State>(subject: Filed<State>, history: readonly Recorded[], { effective, known }: Moment): Generator<Step<State>> {
  const sofar = new History();
  for (const entry of history) {
    if (entry.position > known) return;
    sofar.take([entry]);
    yield [setAs(entry, entry.id), sofar.on(effective, subject)];
  }
}
