import type { InBoth } from '@lookback/kernel';

/** Facts that are codes, for which a sentence has their words; and what is called by a name, where it has one. */
const coded = /^(right|looksOn|decides|level|post|status|needed|topic)$/;
const named = /^(regions?|serves|county|unit|person)$/;

const literally = (text: string) => text.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&');

/** What the sentence of a rule comes to: every fact as it is, but codes in words (in Chinese, no Latin letter), and what has a name by it. */
export function sentenceOf(wording: string, facts: Readonly<Record<string, unknown>> = {}): RegExp {
  const language = /[一-鿿]/.test(wording) ? 'zh' : 'en';
  const word = language === 'zh' ? '[^A-Za-z]+' : '.+';
  const said = (fact: unknown) => (isInBoth(fact) ? fact[language] : String(fact));
  const parts = wording.split(/\{(\w+)\}/).map((part, nth) => {
    if (nth % 2 === 0) return literally(part);
    if (coded.test(part)) return word;
    return named.test(part) ? '.+' : literally([facts[part]].flat().map(said).join('、'));
  });
  return new RegExp(`^${parts.join('')}$`);
}

const isInBoth = (fact: unknown): fact is InBoth => typeof fact === 'object' && fact !== null && 'en' in fact && 'zh' in fact;

/** What no sentence may hold: a place that was left open, or an id that nobody can read. */
export const unworded = /[{}]|[0-9a-f]{8}-[0-9a-f]{4}-/;
