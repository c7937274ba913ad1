import { useWords } from '../i18n/words.js';
import { type FieldKind, type FieldRefusals, type Fields, type FormValues, isRequired, within as fieldsWithin } from './field.js';
import { FieldInput } from './field-input.js';
import { formValuesIn } from './form-values.js';
import { Labelled } from './labelled.js';
import { StandsAlready } from './number-input.js';
import type { Standing } from './numbering.js';
import { Rows } from './rows.js';
import { Was } from './was.js';
import './form-fields.css';

interface Props {
  readonly fields: Fields;
  readonly typed: FormValues;
  readonly onTyped: (typed: FormValues) => void;
  readonly refusals: FieldRefusals;
  /** A number among them that stands in the county already. */
  readonly standing?: Standing | undefined;
  /** Said already where the form was opened. */
  readonly hidden?: readonly string[];
  readonly within?: string;
  /** What is on record, where the form changes that: a field that says something else shows what it said. */
  readonly before?: FormValues | undefined;
}

const silent: readonly FieldKind[] = ['instant', 'filled'];

/** The fields of a command, each with why it was refused. */
export function FormFields({ fields, typed, onTyped, refusals, standing, hidden = [], within = '', before }: Props) {
  const t = useWords();
  const all = formValuesIn(fields, typed);
  const shown = Object.entries(fields).filter(([name, { kind }]) => !hidden.includes(within + name) && !silent.includes(kind));
  return shown.map(([name, field]) => {
    const path = within + name;
    const change = (value: unknown, besides: FormValues = {}) => onTyped({ ...typed, ...besides, [name]: value });
    const refusal = refusals[path];
    if (field.kind === 'group' || field.kind === 'cases')
      return (
        <fieldset key={name}>
          <legend>{t.both(field.called)}</legend>
          <FormFields
            fields={fieldsWithin(field, typed)}
            typed={(typed[name] ?? {}) as FormValues}
            onTyped={change}
            refusals={refusals}
            hidden={hidden}
            within={`${path}.`}
            before={before?.[name] as FormValues | undefined}
          />
          {refusal && (
            <p className="refusal" role="alert">
              {refusal}
            </p>
          )}
        </fieldset>
      );
    const parts = {
      label: t.both(field.called),
      hint: field.hint && t.both(field.hint),
      refusal,
      required: isRequired(field),
    };
    return (
      <Labelled key={name} {...parts}>
        {(id, describedBy) => {
          const input = { id, value: typed[name], onChange: change, describedBy };
          if (field.series)
            return (
              <>
                <FieldInput field={field} all={all} input={input} />
                {standing?.field === path && <StandsAlready standing={standing} />}
                {before && name in before && <Was field={field} is={all[name]} was={before[name]} />}
              </>
            );
          if (field.kind !== 'rows' || field.as)
            return (
              <>
                <FieldInput field={field} all={all} input={input} />
                {before && name in before && <Was field={field} is={all[name]} was={before[name]} />}
              </>
            );
          return (
            <Rows {...input} value={typed[name] as readonly FormValues[] | undefined}>
              {(line, onTyped, at) => (
                <FormFields
                  fields={field.fields ?? {}}
                  typed={line}
                  {...{ onTyped, refusals }}
                  within={`${path}.${String(at)}.`}
                  before={before && (lineOf(before[name], at) ?? {})}
                />
              )}
            </Rows>
          );
        }}
      </Labelled>
    );
  });
}

const lineOf = (lines: unknown, at: number): FormValues | undefined => (lines as readonly FormValues[] | undefined)?.[at];
