import { input } from '@lookback/kernel';
import { type Field, type Fields, lists, type FormValues } from './field.js';
import type { Related } from './relations.js';

/** What a form says, as its command's body: empty fields left out, texts read by their kind, sums worked out of what was read. */
export function formValuesIn(fields: Fields, typed: FormValues): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = field.kind === 'sum' ? field.compute(said) : valueOf(field, typed[name], typed);
    if (value !== undefined) said[name] = value;
  }
  return said;
}

function valueOf(field: Field, value: unknown, all: FormValues): unknown {
  if (field.kind === 'constant') return field.value;
  if (field.kind === 'group') return group(field.fields, field.optional === true, value);
  if (field.kind === 'relations') return ((value ?? []) as Related[]).filter(({ member }) => member !== all[field.head]);
  if (field.kind === 'rows') return ((value ?? []) as FormValues[]).map((line) => formValuesIn(field.fields, line));
  if (lists.has(field.kind) && isEmpty(value)) return field.optional ? undefined : [];
  if (typeof value === 'string') return read(field, value);
  return value;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const whole = input.whole(999_999_999);

/** A text as what its field takes, read as everywhere; where it is none, as it was typed: why not, the server says. */
function read(field: Field, text: string): unknown {
  if (text === '') return undefined;
  if (field.kind === 'whole') return meant(text, whole);
  if (field.kind === 'hundredths') return meant(text, field.unit === 'unit.mu' ? input.mu : input.signedYuan);
  if (field.kind === 'wholes') return partsOf(text, /[,，、\s]/).map((part) => meant(part, whole));
  if (field.kind === 'day') return meant(text, input.day);
  return field.kind === 'days' ? partsOf(text, /\s/).map((part) => meant(part, input.day)) : text;
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
