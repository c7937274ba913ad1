import {
  type CalendarDate,
  calendarDateIn,
  type Chapter,
  type Code,
  countyZone,
  type Decision,
  holderIn,
  type Owner,
  type PersonId,
  sealedTo,
  type Inapplicable,
} from '@lookback/kernel';
import type * as ask from './assistance.commands.js';
import * as did from './assistance.events.js';
import type { AssistanceEvent, Helper } from './assistance.events.js';
import { refuse, refuseIf, inapplicable } from './assistance.rules.js';
import { type Assistance, type AssistanceView, type Helping, isHelping } from './assistance.state.js';
import type { TakeOverHelpers } from './take-over.js';

const dayOf = calendarDateIn(countyZone);

type Decide<Command> = Decision<Command, AssistanceView, AssistanceEvent>;

export const visitHome: Decide<ask.VisitHome> = (
  { onRecord },
  { place, checklist, findings = null, capturedAt = null },
  { subject, today },
) => {
  refuseIf(!onRecord, 'assistance.household-absent');
  const topics = checklist.map(({ topic }) => topic);
  topics.forEach((topic, i) => refuseIf(topics.indexOf(topic) !== i, 'assistance.topic-twice', { topic }));
  refuseIf(checklist.length === 0 && findings === null, 'assistance.nothing-seen');
  const captured = capturedAt && (new Date(capturedAt).toISOString() as Code<'instant'>);
  refuseIf(captured !== null && dayOf(new Date(captured)) > today, 'assistance.captured-later', { capturedAt, today });
  const sealed = findings === null ? null : sealedTo(subject as string as Owner)(findings);
  return [did.homeVisited({ place, checklist, findings: sealed, capturedAt: captured })];
};

/** Whether the person is on record, holds a post or has the quota of the rank is a check's question: another stream answers it. */
export const pairHelper: Decide<ask.PairHelper> = (view, { person, unit, rank }) => {
  mustBeNew(onRecord(view), person);
  return [did.helperPaired({ person, unit, rank })];
};

export const handOverHelper: Decide<ask.HandOverHelper> = (view, { from, to: { person, unit, rank } }) => {
  const helpers = onRecord(view);
  mustHelp(helpers, from);
  mustBeNew(helpers, person);
  return [did.helperHandedOver({ from, to: { person, unit, rank } })];
};

export const releaseHelper: Decide<ask.ReleaseHelper> = (view, { person }) => {
  mustHelp(onRecord(view), person);
  return [did.helperReleased({ person })];
};

export const takeOverHelpers: Decide<TakeOverHelpers> = (view, { source, helpers: listed }, { effectiveOn }) => {
  const here = onRecord(view).filter(isHelping).length;
  refuseIf(here > 0, 'assistance.helpers-on-record', { helpers: here });
  const people = listed.map(({ person }) => person);
  people.forEach((person, i) =>
    refuseIf(people.indexOf(person) !== i, 'assistance.helper-already-helping', { person, since: effectiveOn }),
  );
  return listed.map(({ row, person, asWritten, ...stated }) =>
    did.helperTakenOver({
      source: { file: source.file, sheet: source.sheet, row },
      person,
      ...stated,
      asWritten: asWritten && sealedTo(`person-${person}` as Owner)(asWritten),
    }),
  );
};

function onRecord({ onRecord, helpers }: AssistanceView): readonly Helping[] {
  return onRecord ? helpers : refuse('assistance.household-absent');
}

const openOf = (helpers: readonly Helping[], person: PersonId) => helpers.find((one) => one.person === person && isHelping(one));

function mustBeNew(helpers: readonly Helping[], person: PersonId): void {
  const open = openOf(helpers, person);
  if (open) refuse('assistance.helper-already-helping', { person, since: open.from });
}

const mustHelp = (helpers: readonly Helping[], person: PersonId): void =>
  refuseIf(!openOf(helpers, person), 'assistance.helper-not-helping', { person });

/** How a household's assistance follows from what happened to it. */
export const assistance: Chapter<Assistance, AssistanceEvent> = {
  initial: { visits: 0, lastVisit: null, helpers: [] },
  evolve: {
    HomeVisited: ({ visits, ...rest }, { place, checklist, findings }, { effectiveOn, actedBy }) => ({
      ...rest,
      visits: visits + 1,
      lastVisit: { on: effectiveOn, by: holderIn(actedBy)?.person ?? null, place, checklist, findings },
    }),
    HelperPaired: (state, helper, { effectiveOn }) => begun(state, helper, effectiveOn),
    HelperTakenOver: (state, { startedOn, ...helper }, { effectiveOn }) => begun(state, helper, effectiveOn, startedOn),
    HelperReleased: (state, { person }, { effectiveOn }) => ended(state, person, effectiveOn, (after) => after),
    HelperHandedOver: (state, { from, to }, { effectiveOn }) => ended(state, from, effectiveOn, (after) => begun(after, to, effectiveOn)),
  },
};

function begun(
  state: Assistance,
  { person, unit, rank }: Helper,
  from: CalendarDate,
  statedFrom: CalendarDate | null = null,
): Assistance | Inapplicable {
  const open = openOf(state.helpers, person);
  if (open) return inapplicable('assistance.helper-already-helping', { person, since: open.from });
  return { ...state, helpers: [...state.helpers, { person, unit, rank, from, to: null, statedFrom }] };
}

function ended(
  state: Assistance,
  person: PersonId,
  to: CalendarDate,
  then: (after: Assistance) => Assistance | Inapplicable,
): Assistance | Inapplicable {
  const open = openOf(state.helpers, person);
  if (!open) return inapplicable('assistance.helper-not-helping', { person });
  return then({ ...state, helpers: state.helpers.map((one) => (one === open ? { ...one, to } : one)) });
}
