import type { Field, Fields, Typed } from './description.js';
import type { Related } from './relations.js';

/** What a form says, as its command's body: empty fields left out, sums worked out. */
export function saidIn(fields: Fields, typed: Typed): Record<string, unknown> {
  const said = Object.entries(fields).map(([name, field]) => [name, valueOf(field, typed[name], typed)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

function valueOf(field: Field, value: unknown, all: Typed): unknown {
  if (field.kind === 'constant') return field.value;
  if (field.kind === 'sum') return field.of(all);
  if (field.kind === 'group') return group(field.fields, field.optional === true, value);
  if (field.kind === 'relations') return ((value ?? []) as Related[]).filter(({ member }) => member !== all[field.head]);
  if (field.kind === 'rows') return ((value ?? []) as Typed[]).map((line) => saidIn(field.fields, line));
  if (field.kind === 'codes' || field.kind === 'checklist' || field.kind === 'regions') return value ?? [];
  return value === '' ? undefined : value;
}

/** A group that may be left out is, as long as nothing of it is typed. */
function group(fields: Fields, optional: boolean, value: unknown): unknown {
  const said = saidIn(fields, (value ?? {}) as Typed);
  return optional && Object.keys(said).length === 0 ? undefined : said;
}

/** Yuan or mu as typed, in hundredths; undefined where it is no such figure. */
export function hundredthsIn(text: string): number | undefined {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,10})(?:[.](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(whole) * 100 + Number(part.padEnd(2, '0')));
}

/** Hundredths with two decimals. */
export const inHundredths = (hundredths: number): string => (hundredths / 100).toFixed(2);
