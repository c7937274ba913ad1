import type { TotalKind } from './kinds.js';

/** A total of what is said beside it: what is no figure yet counts as none. Source: `TotalKind`. */
export function totalOf({ plus, minus = [], over }: Omit<TotalKind, 'name'>, said: Readonly<Record<string, unknown>>): number {
  const figure = (name: string): number => (typeof said[name] === 'number' ? said[name] : 0);
  const sum = (names: readonly string[]) => names.reduce((so, name) => so + figure(name), 0);
  return Math.floor((sum(plus) - sum(minus)) / (over === undefined ? 1 : Math.max(1, figure(over))));
}
