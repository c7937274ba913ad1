import { Button, Radio, Select } from 'antd';
import type { EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { type ClockKind, yearsOf } from './axis.js';
import type { TimeMachineParams } from './time-machine-params.js';
import type { Moment } from './use-resolved-moments.js';
import './controls.css';

interface Props {
  readonly clock: ClockKind;
  readonly year: string | undefined;
  readonly entries: readonly EntryNarrative[];
  readonly both: { readonly a: Moment; readonly b: Moment };
  readonly newest: Moment;
  readonly onChange: (change: TimeMachineParams) => void;
}

/** By which clock the slider goes, over which year, and as known when both states are shown. */
export function Controls({ clock, year, entries, both: { a, b }, newest, onChange }: Props) {
  const t = useWords();
  const knownNow = a.known === newest.known && b.known === newest.known;
  return (
    <div className="time-controls">
      <Radio.Group
        optionType="button"
        value={clock}
        aria-label={t('time.clock')}
        onChange={({ target }) => onChange({ clock: target.value as string })}
        options={[
          { value: 'happened', label: t('time.happened') },
          { value: 'recorded', label: t('time.recorded') },
        ]}
      />
      {clock === 'happened' && (
        <Select
          aria-label={t('time.year')}
          value={year ?? ''}
          onChange={(chosen) => onChange({ year: chosen })}
          options={[{ value: '', label: t('time.allYears') }, ...yearsOf(entries).map((one) => ({ value: one, label: one }))]}
        />
      )}
      <Button onClick={() => onChange({ known: b.at, fromKnown: a.at })} title={t('time.knownThenWhy')}>
        {t('time.knownThen')}
      </Button>
      <Button disabled={knownNow} onClick={() => onChange({ known: newest.known, fromKnown: newest.known })}>
        {t('time.knownNow')}
      </Button>
      <span className="hint">{t('time.keys')}</span>
    </div>
  );
}
