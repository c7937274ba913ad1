import { type Field, type Fields, lists, type Typed } from './description.js';
import type { Related } from './relations.js';

/** What a form says, as its command's body: empty fields left out, texts read by their kind, sums worked out of what was read. */
export function saidIn(fields: Fields, typed: Typed): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = field.kind === 'sum' ? field.of(said) : valueOf(field, typed[name], typed);
    if (value !== undefined) said[name] = value;
  }
  return said;
}

function valueOf(field: Field, value: unknown, all: Typed): unknown {
  if (field.kind === 'constant') return field.value;
  if (field.kind === 'group') return group(field.fields, field.optional === true, value);
  if (field.kind === 'relations') return ((value ?? []) as Related[]).filter(({ member }) => member !== all[field.head]);
  if (field.kind === 'rows') return ((value ?? []) as Typed[]).map((line) => saidIn(field.fields, line));
  if (lists.has(field.kind) && isEmpty(value)) return field.optional ? undefined : [];
  if (typeof value === 'string') return read(field.kind, value);
  return value;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A text as what its field takes; where it is none, as it was typed: why not, the server says. */
function read(kind: Field['kind'], text: string): unknown {
  if (text === '') return undefined;
  if (kind === 'whole') return wholeIn(text) ?? text;
  if (kind === 'hundredths') return hundredthsIn(text) ?? text;
  if (kind === 'wholes') return partsOf(text, /[,，、\s]/).map((part) => wholeIn(part) ?? part);
  return kind === 'days' ? partsOf(text, /\s/) : text;
}

const partsOf = (text: string, between: RegExp): string[] => text.split(between).filter((part) => part !== '');

/** `7`; nothing else. */
const wholeIn = (text: string): number | undefined => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);

/** A group that may be left out is, as long as nothing of it is typed. */
function group(fields: Fields, optional: boolean, value: unknown): unknown {
  const said = saidIn(fields, (value ?? {}) as Typed);
  return optional && Object.keys(said).length === 0 ? undefined : said;
}

/** Yuan or mu as typed, in hundredths; undefined where it is no such figure. */
function hundredthsIn(text: string): number | undefined {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,10})(?:[.](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(whole) * 100 + Number(part.padEnd(2, '0')));
}

/** Hundredths with two decimals. */
export const inHundredths = (hundredths: number): string => (hundredths / 100).toFixed(2);
