import * as input from '../input/index.js';
import type { KindName } from './kinds.js';

/** How what people type is read, by the kind of value, wherever it is typed; a text of any other kind is taken as it stands. */
export const readings: Readonly<Partial<Record<KindName, input.Reading<unknown>>>> = {
  count: input.whole(999_999_999),
  fen: input.signedYuan,
  mu: input.mu,
  day: input.day,
  'yes-no': input.yesNo,
};
