import { Inapplicable, readings, totalOf } from '@lookback/kernel';
import type { FieldShown } from '@lookback/office/desk';
import { WrongUsage } from './finish.js';

/** What was typed, by the path of its field: `responsible.leader`, `members.0.name`. */
export type TypedFields = ReadonlyMap<string, string>;

/** Options of which no verb knows beforehand, `--responsible.leader ID …`, by name. @throws WrongUsage where one has no value */
export function optionsIn(args: readonly string[]): TypedFields {
  const typed = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [option = '', value] = [args[at], args[at + 1]];
    if (!option.startsWith('--')) throw new WrongUsage(`"${option}" is no option; fields are given as --field value`);
    if (value === undefined) throw new WrongUsage(`${option} has no value`);
    if (typed.has(option.slice(2))) throw new WrongUsage(`${option} is given twice`);
    typed.set(option.slice(2), value);
  }
  return typed;
}

/** A command of what was typed for the fields of a form, each read by its kind, with the totals that follow. @throws WrongUsage for a field that there is not, or a value that cannot be read */
export function commandOf(fields: readonly FieldShown[], typed: TypedFields): Record<string, unknown> {
  const command: Record<string, unknown> = {};
  for (const name of new Set([...typed.keys()].map((path) => path.split('.', 1)[0] ?? ''))) {
    const field = fields.find((one) => one.name === name);
    if (!field) throw new WrongUsage(`there is no field --${name}; there are ${fields.map((one) => one.name).join(', ')}`);
    command[name] = valueOf(field, name, under(typed, name));
  }
  for (const { name, kind, plus = [], minus = [], over } of fields)
    if (kind === 'total') command[name] = totalOf({ plus, minus, ...(over !== undefined && { over }) }, command);
  return command;
}

function valueOf(field: FieldShown, option: string, typed: TypedFields): unknown {
  const { kind, fields = [] } = field;
  if (kind === 'group') return commandOf(fields, typed);
  if (kind === 'rows') return linesOf(typed).map((line) => commandOf(fields, line));
  const text = typed.get('');
  if (text === undefined) throw new WrongUsage(`--${option} is one value, and has no parts`);
  if (severally.has(kind)) return text.split(',').map((one) => one.trim());
  if (kind === 'counts') return text.split(',').map((one) => read('count', option, one));
  return kind === 'filled' ? text : read(kind, option, text);
}

const severally: ReadonlySet<FieldShown['kind']> = new Set(['listed-several', 'units', 'regions', 'days']);

function read(kind: Exclude<FieldShown['kind'], 'filled'>, option: string, text: string): unknown {
  const value = readings[kind]?.(text) ?? { value: text };
  if (value instanceof Inapplicable) throw new WrongUsage(`--${option} is "${text}": ${value.in('en')}`);
  return value.value;
}

/** What stands under a name, with the rest of its path; under nothing, what it is itself. */
const under = (typed: TypedFields, name: string): TypedFields =>
  new Map(
    [...typed].flatMap(([path, value]) =>
      path === name ? [['', value]] : path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), value]] : [],
    ),
  );

/** Lines by their number, from 0, in order. */
const linesOf = (typed: TypedFields): TypedFields[] =>
  [...new Set([...typed.keys()].map((path) => path.split('.', 1)[0] ?? ''))]
    .sort((a, b) => Number(a) - Number(b))
    .map((nth) => under(typed, nth));
