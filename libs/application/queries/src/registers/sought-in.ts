import { type CellKind, type InBoth, Inapplicable, input } from '@lookback/kernel';
import type { Sought } from '@lookback/log/read-model';

/** A value that is looked for, or why it cannot be. */
export type SoughtOrWhy = Sought | { readonly why: InBoth };

type Reader = (typed: string, kind: CellKind) => SoughtOrWhy;
type End = { readonly value: string | number } | { readonly why: InBoth };

const because = (en: string, zh: string): { readonly why: InBoth } => ({ why: { en, zh } });
const inWords = (read: Inapplicable) => because(lowered(read.in('en')), read.in('zh').replace(/。$/, ''));
const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

const text: Reader = (typed) => {
  const read = input.text(100)(typed);
  return read instanceof Inapplicable ? inWords(read) : { is: 'begins', with: read.value };
};

const region: Reader = (typed) => {
  const code = input.code(typed);
  if (code === 'CN') return { is: 'between', from: null, to: null };
  if (/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) return { is: 'begins', with: code };
  return because('must be the code of a region, such as 610426', '应为行政区划代码，如 610426');
};

const code: Reader = (typed, kind) => {
  const codes = kind.name === 'code' ? Object.keys(kind.words) : [];
  if (codes.includes(typed)) return { is: 'one', value: typed };
  return because(`must be one of ${codes.join(', ')}`, `应为以下之一：${codes.join('、')}`);
};

const id: Reader = (typed) =>
  /^[0-9A-Za-z-]{1,64}$/.test(typed)
    ? { is: 'one', value: typed }
    : because('must be an id: letters, digits and hyphens, at most 64', '应为标识：字母、数字和连字符，至多 64 个');

const yesNo: Reader = (typed) => {
  const read = input.yesNo(typed);
  return read instanceof Inapplicable ? inWords(read) : { is: 'one', value: read.value };
};

/** One value, or all between two of which either may be left out: `2020-01-01..2020-12-31`, `..300000`. */
const ranged =
  (end: (typed: string) => End): Reader =>
  (typed) => {
    const [from = '', to] = typed.split('..');
    const ends = [from, to ?? from].map((one) => (one.trim() === '' ? { value: null } : end(one)));
    const [least, most] = ends;
    for (const one of ends) if ('why' in one) return one;
    if (!least || !most || !('value' in least) || !('value' in most)) return nothing;
    if (typed.split('..').length > 2 || (least.value === null && most.value === null)) return nothing;
    if (least.value !== null && most.value !== null && least.value > most.value)
      return because('must begin before it ends', '起点应不晚于终点');
    return to === undefined && least.value !== null
      ? { is: 'one', value: least.value }
      : { is: 'between', from: least.value, to: most.value };
  };
const nothing = because('must be a value, or two with two dots between', '应为一个值，或以两个点分隔的起止值');

const read =
  (reading: input.Reading<string | number>) =>
  (typed: string): End => {
    const found = reading(typed);
    return found instanceof Inapplicable ? inWords(found) : { value: found.value };
  };

/** Digits alone are fen, as the column is; whatever is written as people write yuan is that. */
const money = (typed: string): End => {
  const plainly = input.code(typed);
  if (/^-?\d{1,12}$/.test(plainly)) return { value: Number(plainly) };
  return read(input.signedYuan)(typed);
};

const readers: Readonly<Record<Exclude<CellKind['name'], 'listed'>, Reader>> = {
  text,
  region,
  code,
  person: id,
  unit: id,
  'yes-no': yesNo,
  day: ranged(read(input.day)),
  count: ranged(read(input.whole(1_000_000_000))),
  fen: ranged(money),
};

/** What a typed value of a column looks for, as people type it: days in any notation, yuan for money; `none` for what has none. */
export function soughtIn(kind: Exclude<CellKind, { readonly name: 'listed' }>, typed: string): SoughtOrWhy {
  return typed.trim() === 'none' ? { is: 'none' } : readers[kind.name](typed.trim(), kind);
}
