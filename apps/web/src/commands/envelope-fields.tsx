import type { FieldRefusals, FormValues } from '../forms/field.js';
import { FormFields } from '../forms/form-fields.js';
import { useWords } from '../i18n/words.js';
import type { Act } from './act.js';
import { envelopeOf } from './envelope.js';
import './envelope-fields.css';

interface Props {
  readonly act: Pick<Act, 'day' | 'ahead' | 'acts'>;
  /** Fields that this command has no use for. */
  readonly hidden: readonly string[];
  readonly typed: FormValues;
  readonly onTyped: (typed: FormValues) => void;
  readonly refusals: FieldRefusals;
}

/** From which day, who decided, on what authority; where no day is asked for, the authority alone. */
export function EnvelopeFields({ act, ...parts }: Props) {
  const t = useWords();
  if (act.day === 'today') return <FormFields fields={envelopeOf(act)} {...parts} />;
  return (
    <fieldset className="envelope">
      <legend>{t('envelope.title')}</legend>
      <FormFields fields={envelopeOf(act)} {...parts} />
    </fieldset>
  );
}
