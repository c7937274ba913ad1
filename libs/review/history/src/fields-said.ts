import { type Fielded, type InBoth, say, type SayTo, type ValueKind } from '@lookback/kernel';
import { declaredOf } from '@lookback/office/desk';

/** A field of what somebody recorded, by its label and in words. */
export interface FieldSaid {
  readonly name: string;
  readonly called: InBoth;
  /** Null where the form left it empty, and where its value is erased or not the reader's to see; of groups and lines their fields say it. */
  readonly said: InBoth | null;
  readonly fields?: readonly FieldSaid[];
  readonly lines?: readonly (readonly FieldSaid[])[];
}

/** What a command says, field by field as its form asks for it; what no form asks for is left out. */
export function fieldsSaid(type: Fielded, command: object, to: SayTo): FieldSaid[] {
  const said = command as Readonly<Record<string, unknown>>;
  return declaredOf(type).map(({ name, kind, words: { en, zh } }) => ({
    name,
    called: { en, zh },
    ...valueSaid(kind, said[name], to, said),
  }));
}

type ValueSaid = Pick<FieldSaid, 'said' | 'fields' | 'lines'>;
const nothing: ValueSaid = { said: null };

function valueSaid(kind: ValueKind, value: unknown, to: SayTo, beside: Readonly<Record<string, unknown>>): ValueSaid {
  if (value === null || value === undefined || value === '') return nothing;
  if (kind.name === 'rows') return { said: null, lines: (value as readonly object[]).map((line) => fieldsSaid(kind.of(), line, to)) };
  if (kind.name === 'group') return { said: null, fields: fieldsSaid(kind.of(), value, to) };
  if (kind.name !== 'cases') return { said: say(kind, value, to) };
  const of = kind.cases[String(beside[kind.by])];
  return of ? { said: null, fields: fieldsSaid(of(), value, to) } : nothing;
}
