import { code } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, missing, type Reading } from './meant.js';

const dash = /[\u2010-\u2015\u2212\u2500]/g;
/** How people write that there is none. */
const none = /^(?:无|没有|暂无|[-/\\]+)$/;
/** A mobile phone's number with or without its country, and however its parts are kept apart. */
const mobile = /^(?:(?:\+|00)?86-?)?(1\d{2})-?(\d{4})-?(\d{4})$/;
const other = /^\+?\d[\d-]{4,19}$/;
const day = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** A telephone number, without the spaces in it; `无`, `/` and `-` say that there is none. */
export const phone: Reading<string> = (written) => {
  const plainly = code(written)
    .replace(dash, '-')
    .replace(/^\((\d+)\)-?/, '$1-');
  if (plainly === '' || none.test(plainly)) return missing;
  const [, first, second, third] = mobile.exec(plainly) ?? [];
  if (first !== undefined) return itself(`${first}${second}${third}`);
  return other.test(plainly) && !day.test(plainly) ? itself(plainly) : unreadable('input.phone-unreadable');
};
