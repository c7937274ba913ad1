import { code } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, missing, type Reading } from './meant.js';

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

/**
 * What stands in hundredths, with the marks of its unit. Further decimals are refused where a person types them; what a workbook computed
 * is rounded: half a hundredth rounds up, by the digits as they stand, so that no binary fraction comes between.
 */
const inHundredths =
  (marks: RegExp, further: 'refused' | 'rounded'): Reading<number> =>
  (written) => {
    const typed = code(written);
    if (typed === '') return missing;
    const [, sign, before, after = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,20}))?$/.exec(figure(typed.replace(marks, ''))) ?? [];
    if (before === undefined) return unreadable('input.number-unreadable');
    if (further === 'refused' && /[^0]/.test(after.slice(2))) return unreadable('input.decimals-too-many');
    const most = mostFen / 100;
    const hundredths = Number(before) * 100 + Number(after.slice(0, 2).padEnd(2, '0')) + (after.charAt(2) >= '5' ? 1 : 0);
    const value = sign && hundredths > 0 ? -hundredths : hundredths;
    return hundredths > mostFen ? unreadable('input.number-too-large', { limit: most }) : { value, plainly: String(value / 100) };
  };

const yuanMarks = /^[¥￥]|[元圆]整?$/gu;

/** An amount in yuan as a person types it, in fen; it may be negative, as a net income may. */
export const signedYuan = inHundredths(yuanMarks, 'refused');

const listedYuan = inHundredths(yuanMarks, 'rounded');

/** An amount in yuan as a list has it, not negative, in fen: `3500`, `3,500.00`, `3500元`, `¥3500`. */
export const yuan: Reading<number> = (written) => {
  const read = listedYuan(written);
  return 'value' in read && read.value < 0 ? unreadable('input.amount-negative') : read;
};

/** An area in mu as a person types it, in hundredths of one: `3.5`, `3.5亩`. */
export const mu = inHundredths(/亩$/u, 'refused');
