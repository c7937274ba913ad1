import { type InBoth, input, type Inapplicable } from '@lookback/kernel';
import { inapplicable } from './lists.rules.js';

/** What a table of readings reads, column by column. */
export type Said<Table> = { readonly [Column in keyof Table]: Table[Column] extends input.Reading<infer T> ? T : never };

/** One of some words, each of which stands for a value. */
export function oneOf<T>(
  list: Iterable<readonly [word: string, value: T]>,
  unknown: () => Inapplicable = () => inapplicable('list.word-unknown'),
): input.Reading<T> {
  const known = new Map(
    [...list].flatMap(([word, value]) => [word, input.mixedCode(word)].map((one) => [one, { value, plainly: word }] as const)),
  );
  return (written) => {
    const plainly = known.has(written) ? written : input.mixedCode(written);
    return known.get(plainly) ?? (plainly === '' ? input.missing : unknown());
  };
}

/** The word of a code list. */
export const coded = <Key extends string>(list: Readonly<Record<Key, InBoth>>): input.Reading<Key> =>
  oneOf((Object.keys(list) as Key[]).map((key) => [list[key].zh, key]));

export const yesOrNo: input.Reading<boolean> = oneOf([
  ['是', true],
  ['否', false],
]);

const ofDays = new WeakSet<input.Reading<unknown>>();

/** Marks a reading as one of days: its cells may hold a day of Excel's, which elsewhere is what Excel has made of something else. */
export function inDayCell<T>(reading: input.Reading<T>): input.Reading<T> {
  ofDays.add(reading);
  return reading;
}

export const isOfDays = (reading: input.Reading<unknown>): boolean => ofDays.has(reading);
