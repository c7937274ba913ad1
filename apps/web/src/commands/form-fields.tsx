import { Labelled } from '../frame/labelled.js';
import { useWords } from '../words/words.js';
import type { Fields, Typed } from './description.js';
import { FieldInput } from './field-input.js';
import type { Refusals } from './refusals.js';

interface Parts {
  readonly fields: Fields;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly refusals: Refusals['byField'];
  /** Said already by whoever opened the form. */
  readonly hidden?: readonly string[];
  readonly within?: string;
}

const silent = ['constant', 'instant'];

/** The fields of a command, each with why it was refused. */
export function FormFields({ fields, typed, onTyped, refusals, hidden = [], within = '' }: Parts) {
  const t = useWords();
  const shown = Object.entries(fields).filter(([name, { kind }]) => !hidden.includes(within + name) && !silent.includes(kind));
  return shown.map(([name, field]) => {
    const path = within + name;
    const change = (value: unknown) => onTyped({ ...typed, [name]: value });
    if (field.kind === 'group')
      return (
        <fieldset key={name} className="group">
          <legend>{t(field.label)}</legend>
          <FormFields fields={field.fields} typed={(typed[name] ?? {}) as Typed} onTyped={change} refusals={refusals} within={`${path}.`} />
        </fieldset>
      );
    const refusal = refusals[path];
    const parts = {
      label: t(field.label),
      hint: field.hint && t(field.hint),
      refusal: refusal && t.both(refusal),
      required: !field.optional,
    };
    return (
      <Labelled key={name} {...parts}>
        {(id, describedBy) => <FieldInput field={field} all={typed} input={{ id, value: typed[name], onChange: change, describedBy }} />}
      </Labelled>
    );
  });
}
