import type { InBoth, Unfit } from '@lookback/kernel';
import { fen } from '@lookback/office/desk';
import { plain, plainCode, plainHeader } from '@lookback/paper/workbook';
import { unfit } from './lists.rules.js';

/** What a cell says: the value that is kept, and how that value is written plainly. */
export interface Plain<T> {
  readonly value: T;
  readonly plainly: string;
}

/** How a cell is read: what it says, or the rule that its text breaks. */
export type Kind<T> = (written: string) => Plain<T> | Unfit;

/** What a table of kinds reads, column by column. */
export type Said<Table> = { readonly [Column in keyof Table]: Table[Column] extends Kind<infer T> ? T : never };

const asItIs = (plainly: string): Plain<string> => ({ value: plainly, plainly });

/** Nothing to normalise: the many cells that are written well are spared the work. */
const alreadyPlain = /^[\u4e00-\u9fff\w]*$/;
const betweenHan = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
const words = (written: string): string => (alreadyPlain.test(written) ? written : plain(written).replace(betweenHan, ''));
/** A number or a code as it was meant; most are written so. */
export const code = (written: string): string => (/^[\dX]*$/.test(written) ? written : plainCode(written));

/** Text of so many characters at most; spaces between Han characters (张　三) are no part of it. */
export const text =
  (most: number): Kind<string> =>
  (written) => {
    const plainly = words(written);
    if (plainly === '') return unfit('list.value-missing');
    return plainly.length > most ? unfit('list.text-too-long', { limit: most }) : asItIs(plainly);
  };

/** A phone number, without the spaces in it. */
export const phone: Kind<string> = (written) => text(30)(code(written));

/** The same, or null where the cell is blank. */
export const optional =
  <T>(kind: Kind<T>): Kind<T | null> =>
  (written) =>
    words(written) === '' ? { value: null, plainly: '' } : kind(written);

/** One of some words, each of which stands for a value. */
export function oneOf<T>(
  list: Iterable<readonly [word: string, value: T]>,
  unknown: () => Unfit = () => unfit('list.word-unknown'),
): Kind<T> {
  const known = new Map(
    [...list].flatMap(([word, value]) => [word, plainHeader(word)].map((one) => [one, { value, plainly: word }] as const)),
  );
  return (written) => {
    const found = known.get(written) ?? known.get(plainHeader(written));
    return found ?? (words(written) === '' ? unfit('list.value-missing') : unknown());
  };
}

/** The word of a code list. */
export const coded = <Key extends string>(list: Readonly<Record<Key, InBoth>>): Kind<Key> =>
  oneOf((Object.keys(list) as Key[]).map((key) => [list[key].zh, key]));

export const yesOrNo: Kind<boolean> = oneOf([
  ['是', true],
  ['否', false],
]);

/** A number of the registry that has so many digits. */
export const digits =
  (count: number): Kind<string> =>
  (written) => {
    const plainly = code(written);
    if (plainly === '') return unfit('list.value-missing');
    return plainly.length === count && /^\d*$/.test(plainly) ? asItIs(plainly) : unfit('list.digits-differ', { digits: count });
  };

/** A whole number from 0, up to a limit. */
export const whole =
  (limit: number): Kind<number> =>
  (written) => {
    const [, sign, number] = /^(-?)(\d{1,9})(?:\.0+)?$/.exec(code(written)) ?? [];
    if (number === undefined) return code(written) === '' ? unfit('list.value-missing') : unfit('list.number-unreadable');
    const value = Number(number);
    if (sign && value > 0) return unfit('list.number-unreadable');
    return value > limit ? unfit('list.number-too-large', { limit }) : { value, plainly: String(value) };
  };

/** An amount in yuan, not below nothing, in fen; half a fen rounds up. By the digits as they stand, so that no binary fraction comes between. */
export const yuan: Kind<number> = (written) => {
  const [, sign, before, after = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,20}))?$/.exec(code(written)) ?? [];
  if (before === undefined) return code(written) === '' ? unfit('list.value-missing') : unfit('list.number-unreadable');
  if (sign && /[1-9]/.test(before + after)) return unfit('list.income-negative');
  const value = Number(before) * 100 + Number(after.slice(0, 2).padEnd(2, '0')) + (after.charAt(2) >= '5' ? 1 : 0);
  return value > fen.maximum ? unfit('list.number-too-large', { limit: fen.maximum / 100 }) : { value, plainly: String(value / 100) };
};
