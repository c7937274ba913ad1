import { useWords } from '../words/words.js';
import type { Description, FormValues } from './description.js';
import { envelopeOf } from './envelope.js';
import { FormFields } from './form-fields.js';
import type { Refusals } from './refusals.js';

interface Props {
  readonly description: Pick<Description, 'day'>;
  /** Fields that this command has no use for. */
  readonly hidden: readonly string[];
  readonly typed: FormValues;
  readonly onTyped: (typed: FormValues) => void;
  readonly refusals: Refusals['byField'];
}

/** From which day, who decided, on what authority; where no day is asked for, the authority alone. */
export function EnvelopeFields({ description, ...parts }: Props) {
  const t = useWords();
  if (description.day === 'today') return <FormFields fields={envelopeOf(description)} {...parts} />;
  return (
    <fieldset className="envelope">
      <legend>{t('envelope.title')}</legend>
      <FormFields fields={envelopeOf(description)} {...parts} />
    </fieldset>
  );
}
