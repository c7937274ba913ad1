import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { correctionOf } from '../../commands/correction.js';
import { useActs } from '../../commands/use-acts.js';
import type { Act, Acts } from '../../commands/act.js';
import type { FormValues } from '../../forms/field.js';
import type { EntryNarrative } from '../../components/entry.js';
import { saidOf } from '../../components/failure.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { correctionOfEntry } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly entry: EntryNarrative;
  readonly may: Pick<Shapes['SubjectHistory'], 'correctable' | 'retractable'>;
  /** What else may be asked about one entry, which it takes as `entry`. */
  readonly others?: readonly Act[];
  /** The request that a correction answers. */
  readonly request?: string;
  readonly onAct: (asking: Asking) => void;
}

/** The form of a correction of an entry, with what holds now; that it be struck out where it has no form of its own. */
function askingOf(subject: string, entry: EntryNarrative, begun: Shapes['CorrectionBegun'], strikes: boolean, acts: Acts): Asking | null {
  const { original, supersedes, command, effectiveOn, authority, evidence, type } = begun;
  const asking = { of: subject, fixed: { original, supersedes }, subject: `@${String(entry.position)}` };
  const plural = subject.split('/')[1] ?? '';
  const [form, correct, strike] = [
    acts.correcting(plural, type),
    acts.one(plural, 'propose-correction'),
    acts.one(plural, 'propose-retraction'),
  ];
  if (strikes || !form || !correct) return strike ? { ...asking, act: strike } : null;
  const wanted = { command, effectiveOn, ...(authority && { authority }), evidence };
  const said: FormValues = command ?? {};
  const every = Object.fromEntries(Object.keys(form.fields).map((name) => [name, said[name]]));
  return { ...asking, act: correctionOf(correct, form), begin: { wanted }, before: { wanted: { ...wanted, command: every } } };
}

/** That an entry is wrong: asks for a correction, or that it be struck out. */
export function EntryActs({ subject, entry, may, others = [], request, onAct }: Props) {
  const t = useWords();
  const holds = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const known = useActs();
  const [opening, setOpening] = useState(false);
  const ask = async (strikes: boolean) => {
    setOpening(true);
    try {
      const begun = await queries.query(correctionOfEntry(subject, entry.id));
      const asking = askingOf(subject, entry, begun, strikes, known);
      if (asking) onAct({ ...asking, fixed: { ...asking.fixed, ...(request !== undefined && { request }) } });
    } catch (error) {
      void message.error(saidOf(error, t));
    } finally {
      setOpening(false);
    }
  };
  const position = `@${String(entry.position)}`;
  const about = (act: Act): Asking => ({ act, of: subject, fixed: { entry: entry.id }, subject: position });
  const acts = [
    ...(may.correctable.includes(entry.id) ? [{ act: () => void ask(false), label: t('correct.correct') }] : []),
    ...(may.retractable.includes(entry.id) ? [{ act: () => void ask(true), label: t('correct.strikeOut') }] : []),
    ...others.flatMap((act) =>
      may.retractable.includes(entry.id) && holds(act.may) ? [{ act: () => onAct(about(act)), label: t.both(act.called) }] : [],
    ),
  ];
  if (acts.length === 0) return null;
  return (
    <div className="entry-acts">
      {acts.map(({ act, label }) => (
        <Button key={label} size="small" disabled={opening} aria-label={`${label} ${position}`} onClick={act}>
          {label}
        </Button>
      ))}
    </div>
  );
}
