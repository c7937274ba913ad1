import { Concerned } from '../forms/concerned.js';
import type { FieldRefusals, FormValues } from '../forms/field.js';
import { FormFields } from '../forms/form-fields.js';
import { formValuesIn } from '../forms/form-values.js';
import type { Standing } from '../forms/numbering.js';
import type { Act } from './act.js';
import { envelopeOf } from './envelope.js';
import { EnvelopeFields } from './envelope-fields.js';
import './command-fields.css';

/** What has been typed into the form of a command so far. */
export interface FormState {
  readonly command: FormValues;
  readonly envelope: FormValues;
}
/** Whether a form says what it said before, whatever was typed and deleted between. */
export const saysTheSame = (act: Act, ...both: readonly [FormState, FormState]): boolean => {
  const [now, before] = both.map(({ command, envelope }) =>
    JSON.stringify([formValuesIn(act.fields, command), formValuesIn(envelopeOf(act), envelope)]),
  );
  return now === before;
};

interface Props {
  readonly act: Act;
  /** Of whom it is asked, such as `/households/…`. */
  readonly of: string;
  /** Fields of the command, and of its envelope, that are not asked for. */
  readonly hidden: readonly string[];
  readonly said: FormState;
  readonly onSaid: (said: FormState) => void;
  readonly refusals: FieldRefusals;
  readonly standing?: Standing | undefined;
  /** What is on record, where the form changes that. */
  readonly before?: FormValues | undefined;
}

/** A command's own fields and those of its envelope, each with why it was refused. */
export function CommandFields({ act, of, hidden, said, onSaid, refusals, standing, before }: Props) {
  return (
    <Concerned value={of}>
      <FormFields
        fields={act.fields}
        typed={said.command}
        onTyped={(command) => onSaid({ ...said, command })}
        {...{ refusals, hidden, standing, before }}
      />
      <EnvelopeFields act={act} typed={said.envelope} onTyped={(envelope) => onSaid({ ...said, envelope })} {...{ refusals, hidden }} />
    </Concerned>
  );
}
