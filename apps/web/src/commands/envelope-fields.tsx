import { useWords } from '../words/words.js';
import type { Typed } from './description.js';
import { envelopeFields } from './envelope.js';
import { FormFields } from './form-fields.js';
import type { Refusals } from './refusals.js';

interface Parts {
  /** Fields that this command has no use for. */
  readonly hidden: readonly string[];
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly refusals: Refusals['byField'];
}

export function EnvelopeFields(parts: Parts) {
  const t = useWords();
  return (
    <fieldset className="envelope">
      <legend>{t('envelope.title')}</legend>
      <FormFields fields={envelopeFields} {...parts} />
    </fieldset>
  );
}
