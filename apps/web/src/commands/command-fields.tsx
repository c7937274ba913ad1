import { Concerned } from './concerned.js';
import type { Description, Fields, Typed } from './description.js';
import { envelopeFields } from './envelope.js';
import { EnvelopeFields } from './envelope-fields.js';
import { FormFields } from './form-fields.js';
import type { Standing } from './numbering.js';
import type { Refusals } from './refusals.js';
import { saidIn } from './said.js';

/** What has been typed into the form of a command so far. */
export interface Said {
  readonly command: Typed;
  readonly envelope: Typed;
}
/** Whether a form says what it said before, whatever was typed and deleted between. */
export const saysTheSame = (fields: Fields, ...both: readonly [Said, Said]): boolean => {
  const [now, before] = both.map(({ command, envelope }) => JSON.stringify([saidIn(fields, command), saidIn(envelopeFields, envelope)]));
  return now === before;
};

interface Parts {
  readonly description: Description;
  /** Of whom it is asked, such as `/households/…`. */
  readonly of: string;
  /** Fields of the command, and of its envelope, that are not asked for. */
  readonly hidden: readonly string[];
  readonly said: Said;
  readonly onSaid: (said: Said) => void;
  readonly refusals: Refusals['byField'];
  readonly standing?: Standing | undefined;
}

/** A command's own fields and those of its envelope, each with why it was refused. */
export function CommandFields({ description, of, hidden, said, onSaid, refusals, standing }: Parts) {
  return (
    <Concerned value={of}>
      <FormFields
        fields={description.fields}
        typed={said.command}
        onTyped={(command) => onSaid({ ...said, command })}
        {...{ refusals, hidden, standing }}
      />
      <EnvelopeFields
        description={description}
        typed={said.envelope}
        onTyped={(envelope) => onSaid({ ...said, envelope })}
        {...{ refusals, hidden }}
      />
    </Concerned>
  );
}
