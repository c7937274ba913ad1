import { Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ToldEntry } from '../../frame/entry.js';
import { dayOfNumber, numberOfDay } from '../../moment/day.js';
import { useWords } from '../../words/words.js';
import { type ClockKind, daysAxis, recordAxis, yearsOf } from './axis.js';
import { NotYetKnown } from './not-yet-known.js';
import { States } from './states.js';
import { Timeline } from './timeline.js';

/** Both moments, the clock of the slider and its year: all that the address holds. */
export interface Journey {
  readonly at?: string;
  readonly known?: string;
  readonly fromAt?: string;
  readonly fromKnown?: string;
  readonly clock?: string;
  readonly year?: string;
}
interface Parts {
  readonly id: string;
  readonly entries: readonly ToldEntry[];
  readonly newest: { readonly at: string; readonly known: string };
  readonly asked: Journey;
  readonly onMoment: (journey: Journey) => void;
}

const positionIn = (known: string) => Number(known.replace('@', ''));

/** The slider and what it shows. While a handle moves, only the states follow; let go, the address does. */
export function Travel({ id, entries, newest, asked, onMoment }: Parts) {
  const t = useWords();
  const [moving, setMoving] = useState<Journey>({});
  const journey = { ...asked, ...moving };
  const clock: ClockKind = journey.clock === 'recorded' ? 'recorded' : 'happened';
  const b = { at: journey.at ?? newest.at, known: journey.known ?? newest.known };
  const a = { at: journey.fromAt ?? entries[0]?.effectiveOn ?? b.at, known: journey.fromKnown ?? b.known };
  const axis = useMemo(
    () => (clock === 'happened' ? daysAxis(entries, positionIn(b.known), newest.at, journey.year) : recordAxis(entries)),
    [clock, entries, b.known, newest.at, journey.year],
  );
  const index = (known: string) =>
    Math.max(
      0,
      entries.findLastIndex(({ position }) => position <= positionIn(known)),
    );
  const within = (x: number) => Math.min(axis.to, Math.max(axis.from, x));
  const valueOf = (moment: typeof a) => within(clock === 'happened' ? numberOfDay(moment.at) : index(moment.known));
  const momentAt = (x: number, before: typeof a) =>
    clock === 'happened' ? { ...before, at: dayOfNumber(x) } : { ...before, known: `@${String(entries[x]?.position ?? 0)}` };
  const rest = () => onMoment({ ...journey, at: b.at, known: b.known, fromAt: a.at, fromKnown: a.known });
  const textOf = (moment: typeof a) => (clock === 'happened' ? moment.at : moment.known);
  const moveA = (x: number) => setMoving({ ...moving, fromAt: momentAt(x, a).at, fromKnown: momentAt(x, a).known });
  const moveB = (x: number) => setMoving({ ...moving, ...momentAt(x, b) });
  return (
    <>
      <div className="time-controls">
        <Radio.Group
          optionType="button"
          value={clock}
          aria-label={t('time.clock')}
          onChange={({ target }) => onMoment({ ...journey, ...{ at: b.at, known: b.known }, clock: target.value as string })}
          options={[
            { value: 'happened', label: t('time.happened') },
            { value: 'recorded', label: t('time.recorded') },
          ]}
        />
        {clock === 'happened' && (
          <Select
            aria-label={t('time.year')}
            value={journey.year ?? ''}
            onChange={(year) => onMoment({ ...asked, year })}
            options={[{ value: '', label: t('time.allYears') }, ...yearsOf(entries).map((year) => ({ value: year, label: year }))]}
          />
        )}
        <span className="hint">{t('time.keys')}</span>
      </div>
      <Timeline
        axis={axis}
        handles={[
          { name: 'A', x: valueOf(a), text: textOf(a), onMove: moveA, onRest: rest },
          { name: 'B', x: valueOf(b), text: textOf(b), onMove: moveB, onRest: rest },
        ]}
      />
      <NotYetKnown entries={entries} at={b.at} known={positionIn(b.known)} />
      <States id={id} a={a} b={b} />
    </>
  );
}
