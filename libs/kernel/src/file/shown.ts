import { erased, type Sealed } from '../sealed.js';
import type { ListWords } from '../sentences.js';

/** How much of a person the reader sees. */
export type Visibility = 'whole' | 'masked';

/** What regions, units and officials are called, as the reader may see it; null where that is erased or not on record. */
export interface FileNames {
  region(code: string): string | null;
  unit(id: string): string | null;
  official(id: string): string | null;
  /** A code of a standard's list, where and when it was said. */
  readonly listed: ListWords;
}

/** Before whom a file lies. */
export interface Reader {
  readonly sight: Visibility;
  readonly names: FileNames;
}

/** What reads in place of a value whose key is destroyed. */
export const erasedMark = { erased: true } as const;

/** A value, or that it was erased. */
export type Opened<T> = T | typeof erasedMark;

/** What is sealed, as an answer shows it. */
export function opened<T>(sealed: Sealed<T>): Opened<T>;
export function opened<T>(sealed: Sealed<T> | null): Opened<T> | null;
export function opened<T>(sealed: Sealed<T> | null): Opened<T> | null {
  const value = sealed && sealed.value;
  return value === erased ? erasedMark : value;
}

/** `610426********8094`: enough to tell two apart, not enough to use. Of what is short, two digits are enough; of what is shorter still, none. */
export const masked = (value: string): string => {
  const signs = Array.from(value);
  const [head, tail] = signs.length > 12 ? [6, 4] : signs.length > 10 ? [3, 2] : signs.length > 4 ? [0, 2] : [0, 0];
  return signs.map((sign, i) => (i < head || i >= signs.length - tail ? sign : '*')).join('');
};
