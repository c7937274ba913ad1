import type { FileNames } from '../file/shown.js';
import type { CodeSaid, InBoth } from '../sentences.js';
import type { ValueKind } from './kinds.js';

/** What words need beside a value: what ids and codes are called, and where and of which day the codes of lists were said. */
export interface SayTo {
  readonly names: FileNames;
  readonly at?: CodeSaid;
  /** What a member of the household is called; null where that is not known. */
  readonly member?: (id: string) => string | null;
}

const alike = (text: string): InBoth => ({ en: text, zh: text });
const hundredths = (value: number): string => (value / 100).toFixed(2);
const yuan = (value: number): InBoth => ({ en: `${hundredths(value)} yuan`, zh: `${hundredths(value)} 元` });

/** Several in one line. */
const joined = (all: readonly InBoth[]): InBoth => ({ en: all.map(({ en }) => en).join(', '), zh: all.map(({ zh }) => zh).join('、') });

/** A value of a kind in words, in both languages; what has no name is called by its id or code. Of groups and rows their fields say it. */
export function say(kind: ValueKind, value: unknown, to: SayTo): InBoth {
  const text = String(value);
  const { names } = to;
  switch (kind.name) {
    case 'fen':
    case 'total':
      return yuan(Number(value));
    case 'mu':
      return { en: `${hundredths(Number(value))} mu`, zh: `${hundredths(Number(value))} 亩` };
    case 'yes-no':
      return value === true ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' };
    case 'code':
      return kind.words[text] ?? alike(text);
    case 'listed':
      return (to.at && names.listed(kind.list, text, to.at)) ?? alike(text);
    case 'listed-several':
      return joined((value as readonly string[]).map((code) => (to.at && names.listed(kind.list, code, to.at)) ?? alike(code)));
    case 'person':
      return alike(names.official(text) ?? text);
    case 'member':
      return alike(to.member?.(text) ?? text);
    case 'unit':
      return alike(names.unit(text) ?? text);
    case 'region':
      return alike(names.region(text) ?? text);
    case 'units':
      return joined((value as readonly string[]).map((id) => alike(names.unit(id) ?? id)));
    case 'regions':
      return joined((value as readonly string[]).map((code) => alike(names.region(code) ?? code)));
    case 'counts':
    case 'days':
      return joined((value as readonly unknown[]).map((one) => alike(String(one))));
    case 'password':
      return alike('');
    default:
      return alike(text);
  }
}
