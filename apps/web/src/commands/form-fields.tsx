import { Labelled } from '../frame/labelled.js';
import { useWords } from '../words/words.js';
import { type Fields, isRequired, type Typed } from './description.js';
import { FieldInput } from './field-input.js';
import { Rows } from './rows.js';
import type { Standing } from './numbering.js';
import { StandsAlready } from './number-input.js';
import type { Refusals } from './refusals.js';
import { saidIn } from './said.js';

interface Parts {
  readonly fields: Fields;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly refusals: Refusals['byField'];
  /** A number among them that stands in the county already. */
  readonly standing?: Standing | undefined;
  /** Said already by whoever opened the form. */
  readonly hidden?: readonly string[];
  readonly within?: string;
}

const silent = ['constant', 'instant', 'filled'];

/** The fields of a command, each with why it was refused. */
export function FormFields({ fields, typed, onTyped, refusals, standing, hidden = [], within = '' }: Parts) {
  const t = useWords();
  const all = saidIn(fields, typed);
  const shown = Object.entries(fields).filter(([name, { kind }]) => !hidden.includes(within + name) && !silent.includes(kind));
  return shown.map(([name, field]) => {
    const path = within + name;
    const change = (value: unknown, besides: Typed = {}) => onTyped({ ...typed, ...besides, [name]: value });
    const refusal = refusals[path];
    if (field.kind === 'group')
      return (
        <fieldset key={name} className="group">
          <legend>{t(field.label)}</legend>
          <FormFields fields={field.fields} typed={(typed[name] ?? {}) as Typed} onTyped={change} refusals={refusals} within={`${path}.`} />
          {refusal && (
            <p className="refusal" role="alert">
              {refusal}
            </p>
          )}
        </fieldset>
      );
    const parts = {
      label: t(field.label),
      hint: field.hint && t(field.hint),
      refusal,
      required: isRequired(field),
    };
    return (
      <Labelled key={name} {...parts}>
        {(id, describedBy) => {
          const input = { id, value: typed[name], onChange: change, describedBy };
          if (field.kind === 'number')
            return (
              <>
                <FieldInput field={field} all={all} input={input} />
                {standing?.field === path && <StandsAlready standing={standing} />}
              </>
            );
          if (field.kind !== 'rows') return <FieldInput field={field} all={all} input={input} />;
          return (
            <Rows {...input} value={typed[name] as readonly Typed[] | undefined}>
              {(line, onTyped, at) => (
                <FormFields fields={field.fields} typed={line} {...{ onTyped, refusals }} within={`${path}.${String(at)}.`} />
              )}
            </Rows>
          );
        }}
      </Labelled>
    );
  });
}
