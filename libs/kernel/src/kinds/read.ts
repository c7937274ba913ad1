import * as input from '../input/index.js';
import type { KindName } from './kinds.js';

const yes = new Set(['yes', 'true', '是']);
const no = new Set(['no', 'false', '否']);

const yesNo: input.Reading<boolean> = (typed) => {
  const word = input.line(typed).toLowerCase();
  if (!yes.has(word) && !no.has(word)) return input.unreadable('input.yes-no-unreadable');
  return { value: yes.has(word), plainly: word };
};

/** How what people type is read, by the kind of value, wherever it is typed; a text of any other kind is taken as it stands. */
export const readings: Readonly<Partial<Record<KindName, input.Reading<unknown>>>> = {
  count: input.whole(999_999_999),
  fen: input.signedYuan,
  mu: input.mu,
  day: input.day,
  'yes-no': yesNo,
};
