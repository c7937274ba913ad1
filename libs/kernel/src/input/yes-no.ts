import { line } from './characters.js';
import { unreadable } from './input.rules.js';
import type { Reading } from './meant.js';

const yes = new Set(['yes', 'true', '是']);
const no = new Set(['no', 'false', '否']);

/** A yes or no, in words of either language or as programs write it. */
export const yesNo: Reading<boolean> = (typed) => {
  const word = line(typed).toLowerCase();
  if (!yes.has(word) && !no.has(word)) return unreadable('input.yes-no-unreadable');
  return { value: yes.has(word), plainly: word };
};
