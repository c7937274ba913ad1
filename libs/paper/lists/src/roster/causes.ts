import type { CauseCode } from '@lookback/case/identification';
import type { input } from '@lookback/kernel';
import { oneOf } from '../cell-parsers.js';
import { inapplicable } from '../lists.rules.js';

/** The value of the standard `cause-codes`: why households are poor, each cause with its words. */
export interface Causes {
  readonly causes: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

export const causeIn = ({ causes }: Causes): input.Reading<CauseCode> =>
  oneOf(
    causes.map(({ code, zh }) => [zh, code as CauseCode]),
    () => inapplicable('list.cause-unknown'),
  );
