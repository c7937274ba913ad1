import { useMemo, useState } from 'react';
import type { EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { dayOfNumber, numberOfDay } from '../../moment/day.js';
import { positionIn } from '../../moment/position.js';
import { type ClockKind, daysAxis, recordAxis } from './axis.js';
import { Controls } from './controls.js';
import { FieldChanges, useFieldChanges } from './field-changes.js';
import { NotYetKnown } from './not-yet-known.js';
import { States } from './states.js';
import type { TimeMachineParams } from './time-machine-params.js';
import { Legend, Timeline } from './timeline.js';
import type { Moment } from './use-resolved-moments.js';

/** Where the handles were moved, while the address is one of those that it was moved at: whatever else leads to another, ends it. */
interface Moving {
  readonly at: readonly string[];
  /** While a hand is on one of them. */
  readonly held: boolean;
  readonly a?: Moment;
  readonly b?: Moment;
}
interface Props {
  readonly subject: string;
  readonly entries: readonly EntryNarrative[];
  readonly newest: Moment;
  readonly a: Moment;
  readonly b: Moment;
  readonly asked: TimeMachineParams;
  readonly onMoment: (journey: TimeMachineParams) => void;
}

/** The slider and what it shows. While a handle moves, only the states follow; let go, the address does, and what differs is asked. */
export function TimeMachineView({ subject, entries, newest, a: fromA, b: fromB, asked, onMoment }: Props) {
  const t = useWords();
  const here = placeOf(asked);
  const [moving, setMoving] = useState<Moving>(resting([]));
  const nth = moving.at.indexOf(here);
  if (nth > 0) setMoving({ ...moving, at: moving.at.slice(nth) }); // the address has followed: those before it lead elsewhere now
  const moved = nth >= 0 ? moving : resting([here]);
  const [a, b] = [moved.a ?? fromA, moved.b ?? fromB];
  const clock: ClockKind = asked.clock === 'recorded' ? 'recorded' : 'happened';
  const year = asked.year !== undefined && /^\d{4}$/.test(asked.year) ? asked.year : undefined;
  const changes = useFieldChanges(
    subject,
    asked.field,
    clock,
    clock === 'happened' ? { at: newest.at, known: b.known } : { at: b.at, known: newest.known },
  );
  const axis = useMemo(
    () => (clock === 'happened' ? daysAxis(entries, positionIn(b.known), newest.at, year) : recordAxis(entries)),
    [clock, entries, b.known, newest.at, year],
  );
  const index = (position: number) =>
    Math.max(
      0,
      entries.findLastIndex((entry) => entry.position <= position),
    );
  const within = (x: number) => Math.min(axis.to, Math.max(axis.from, x));
  const valueOf = (moment: Moment) => within(clock === 'happened' ? numberOfDay(moment.at) : index(positionIn(moment.known)));
  const momentAt = (x: number, before: Moment) =>
    clock === 'happened' ? { ...before, at: dayOfNumber(x) } : { ...before, known: `@${String(entries[x]?.position ?? 0)}` };
  const journey: TimeMachineParams = { ...asked, ...b, fromAt: a.at, fromKnown: a.known };
  const rest = () => {
    if (!moved.held) return; // passed by on the keyboard, and not moved
    setMoving({ ...moved, held: false, at: [...moved.at, placeOf(journey)] });
    onMoment(journey);
  };
  const change = (changed: TimeMachineParams) => {
    setMoving(resting([]));
    onMoment({ ...journey, ...changed });
  };
  const textOf = (moment: Moment) => (clock === 'happened' ? moment.at : moment.known);
  const handle = (name: 'A' | 'B', moment: Moment) => ({
    name,
    x: valueOf(moment),
    text: textOf(moment),
    onRest: rest,
    onMove: (x: number) => setMoving({ ...moved, held: true, [name.toLowerCase()]: momentAt(x, moment) }),
  });
  const changesAt = changes.data?.changes.map(({ on, setBy }) => (clock === 'happened' ? numberOfDay(on) : index(setBy[0] ?? 0))) ?? [];
  return (
    <>
      <Controls {...{ clock, year, entries }} onChange={change} both={{ a, b }} newest={newest} />
      <Timeline axis={axis} handles={[handle('A', a), handle('B', b)]} changes={changesAt.filter((x) => x >= axis.from && x <= axis.to)} />
      <Legend changes={asked.field !== undefined} />
      <NotYetKnown entries={entries} at={b.at} known={positionIn(b.known)} />
      <h2>{t('time.states')}</h2>
      <States subject={subject} a={a} b={b} comparing={!moved.held} />
      <FieldChanges subject={subject} asked={asked.field} changes={changes} onPick={(field) => change({ field })} />
    </>
  );
}

const resting = (at: readonly string[]): Moving => ({ at, held: false });

const placeOf = (journey: TimeMachineParams): string => intoAddress(Object.fromEntries(Object.entries(journey).sort()));
