import { Quoted, Sealed } from '@lookback/kernel';
import { NotStorable } from './errors.js';

/** Where in an event's data a value stands. */
export type Path = readonly (string | number)[];

/** The JSON of a value that holds no other. @throws NotStorable where it would come back as something else. */
export function plainText(value: unknown, at: Path): string {
  const kind = typeof value;
  if (kind === 'string' || kind === 'boolean' || value === null || Number.isFinite(value)) return JSON.stringify(value);
  throw new NotStorable(at, `is ${kind === 'number' ? 'not a finite number' : kind}, which JSON cannot hold`);
}

/** The JSON of a value that is sealed, and so is stored whole: nothing in it may be sealed or quoted again. */
export function wholeText(value: unknown, at: Path): string {
  if (typeof value !== 'object' || value === null) return plainText(value, at);
  requireWhole(value, at);
  return JSON.stringify(value);
}

function requireWhole(value: unknown, at: Path): void {
  if (typeof value !== 'object' || value === null) return void plainText(value, at);
  if (value instanceof Sealed || value instanceof Quoted) throw new NotStorable(at, 'seals what is sealed or quoted already');
  const list = Array.isArray(value);
  if (!list) requirePlain(value, at);
  for (const part of list ? Array.from<unknown>(value) : Object.values(value)) if (list || part !== undefined) requireWhole(part, at);
}

/** A date, a map or a buffer would come back as something else; an object of any other class comes back as its fields. */
export function requirePlain(value: object, at: Path): void {
  if (Object.getPrototypeOf(value) === Object.prototype) return;
  if (Object.prototype.toString.call(value) !== '[object Object]' || 'toJSON' in value)
    throw new NotStorable(at, 'is an object of a kind that JSON cannot hold');
}
