import { code } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, type Meant, missing, type Reading } from './meant.js';
import type { Unfit } from '../refusal.js';

/** A number of the registry that has so many digits: 18 of a household, 20 of a person. */
export const digits =
  <Number extends string = string>(count: number): Reading<Number> =>
  (written) => {
    const plainly = code(written);
    if (plainly === '') return missing;
    return plainly.length === count && /^\d*$/.test(plainly) ? itself(plainly) : unreadable('input.digits-differ', { digits: count });
  };

/** Groups of three digits, as in `3,500`. */
const grouped = /^-?\d{1,3}(?:,\d{3})+(?![\d,])/;
const figure = (written: string): string => {
  const plainly = code(written);
  return grouped.test(plainly) ? plainly.replaceAll(',', '') : plainly;
};

/** A whole number from 0, up to a limit. */
export const whole =
  (limit: number): Reading<number> =>
  (written) => {
    const plainly = figure(written);
    if (plainly === '') return missing;
    const [, sign, number] = /^(-?)(\d{1,9})(?:\.0+)?$/.exec(plainly) ?? [];
    if (number === undefined) return unreadable('input.number-unreadable');
    const value = Number(number);
    if (sign && value > 0) return unreadable('input.number-unreadable');
    return value > limit ? unreadable('input.number-too-large', { limit }) : { value, plainly: String(value) };
  };

/** The most that an amount comes to, in fen. */
export const mostFen = 100_000_000_00;

/** An amount in yuan, not below nothing, in fen: `3500`, `3,500.00`, `3500元`, `¥3500`. Half a fen rounds up, by the digits as they stand, so that no binary fraction comes between. */
export const yuan: Reading<number> = (written) => {
  const bare = code(written).replace(/^[¥￥]|[元圆]整?$/gu, '');
  return bare === '' ? noFigure(written) : fenIn(figure(bare));
};

const noFigure = (written: string): Unfit => (code(written) === '' ? missing : unreadable('input.number-unreadable'));

function fenIn(plainly: string): Meant<number> | Unfit {
  const [, sign, before, after = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,20}))?$/.exec(plainly) ?? [];
  if (before === undefined) return unreadable('input.number-unreadable');
  if (sign && /[1-9]/.test(before + after)) return unreadable('input.amount-negative');
  const value = Number(before) * 100 + Number(after.slice(0, 2).padEnd(2, '0')) + (after.charAt(2) >= '5' ? 1 : 0);
  return value > mostFen ? unreadable('input.number-too-large', { limit: mostFen / 100 }) : { value, plainly: String(value / 100) };
}
