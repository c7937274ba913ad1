import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { correctionOf, proposeRetraction } from '../../commands/correction.js';
import { describedAs } from '../../commands/described.js';
import type { FormValues } from '../../forms/field.js';
import type { EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { correctionOfEntry } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly entry: EntryNarrative;
  readonly may: Pick<Shapes['SubjectHistory'], 'correctable' | 'retractable'>;
  readonly onAct: (asking: Asking) => void;
}

/** The form of a correction of an entry, with what holds now; that it be struck out where it has no form of its own. */
function askingOf(subject: string, entry: EntryNarrative, begun: Shapes['CorrectionBegun'], strikes: boolean): Asking {
  const { original, supersedes, command, effectiveOn, authority, evidence } = begun;
  const asking = { of: subject, fixed: { original, supersedes }, subject: `@${String(entry.position)}` };
  const form = describedAs(begun);
  if (strikes || !form) return { ...asking, description: proposeRetraction };
  const wanted = { command, effectiveOn, ...(authority && { authority }), evidence };
  const said: FormValues = command ?? {};
  const every = Object.fromEntries(Object.keys(form.fields).map((name) => [name, said[name]]));
  return { ...asking, description: correctionOf(form), begin: { wanted }, before: { wanted: { ...wanted, command: every } } };
}

/** That an entry is wrong: asks for a correction, or that it be struck out. */
export function EntryActs({ subject, entry, may, onAct }: Props) {
  const t = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [opening, setOpening] = useState(false);
  const ask = async (strikes: boolean) => {
    setOpening(true);
    try {
      const begun = await queries.query(correctionOfEntry(subject, entry.id));
      onAct(askingOf(subject, entry, begun, strikes));
    } catch {
      void message.error(t('failure.broken'));
    } finally {
      setOpening(false);
    }
  };
  const acts = [
    ...(may.correctable.includes(entry.id) ? [{ strikes: false, label: t('correct.correct') }] : []),
    ...(may.retractable.includes(entry.id) ? [{ strikes: true, label: t('correct.strikeOut') }] : []),
  ];
  if (acts.length === 0) return null;
  return (
    <div className="entry-acts">
      {acts.map(({ strikes, label }) => (
        <Button
          key={label}
          size="small"
          disabled={opening}
          aria-label={`${label} @${String(entry.position)}`}
          onClick={() => void ask(strikes)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
