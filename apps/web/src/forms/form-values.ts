import { input, readings, totalOf } from '@lookback/kernel';
import { type Field, type Fields, lists, type FormValues, within } from './field.js';

/** What a form says, as its command's body: empty fields left out, texts read by their kind, totals worked out of what was read. */
export function formValuesIn(fields: Fields, typed: FormValues): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = field.kind === 'total' ? totalIn(field, said) : valueOf(field, typed[name], typed);
    if (value !== undefined) said[name] = value;
  }
  return said;
}

/** A total of what a form says, in fen. */
export const totalIn = ({ plus = [], minus = [], over }: Field, said: FormValues): number =>
  totalOf({ plus, minus, ...(over !== undefined && { over }) }, said);

function valueOf(field: Field, value: unknown, all: FormValues): unknown {
  if (field.kind === 'group' || field.kind === 'cases') return group(within(field, all), field.optional, value);
  if (field.kind === 'rows') return linesOf(field, (value ?? []) as FormValues[], all);
  if (lists.has(field.kind) && isEmpty(value)) return field.optional ? undefined : [];
  if (typeof value === 'string') return read(field, value);
  return value;
}

/** Of relations, none of the one to whom the others are related. */
const linesOf = ({ fields = {}, as }: Field, lines: readonly FormValues[], all: FormValues) =>
  lines.filter((line) => as !== 'relations' || line['member'] !== all['head']).map((line) => formValuesIn(fields, line));

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const whole = input.whole(999_999_999);

/** A text as what its field takes, read as everywhere; where it is none, as it was typed: why not, the server says. */
function read({ kind }: Field, text: string): unknown {
  if (text === '') return undefined;
  const reading = kind === 'filled' || kind === 'evidence' ? undefined : readings[kind];
  if (reading) return meant(text, reading);
  if (kind === 'counts') return partsOf(text, /[,，、\s]/).map((part) => meant(part, whole));
  return kind === 'days' ? partsOf(text, /\s/).map((part) => meant(part, input.day)) : text;
}

function meant(text: string, reading: input.Reading<unknown>): unknown {
  const read = reading(text);
  if ('value' in read) return read.value;
  return input.isMissing(read) ? undefined : text;
}

const partsOf = (text: string, between: RegExp): string[] => text.split(between).filter((part) => part !== '');

/** A group that may be left out is, as long as nothing of it is typed. */
function group(fields: Fields, optional: boolean, value: unknown): unknown {
  const said = formValuesIn(fields, (value ?? {}) as FormValues);
  return optional && Object.keys(said).length === 0 ? undefined : said;
}

/** Hundredths with two decimals. */
export const inHundredths = (hundredths: number): string => (hundredths / 100).toFixed(2);
