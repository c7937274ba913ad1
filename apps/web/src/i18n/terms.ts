import glossary from './glossary.json' with { type: 'json' };

/** Every string of the console; the one file of both languages. */
export type Term = keyof typeof glossary;
export type Language = 'zh' | 'en';
export type InBoth = { readonly zh: string; readonly en: string };

const terms: Readonly<Record<string, InBoth>> = glossary;

/** A term in both languages. */
export const inBoth = (term: Term): InBoth => glossary[term];

/** The words of a code of a list of the console's own; undefined where it has none. */
export const wordsOf = (list: string, code: string): InBoth | undefined => terms[`${list}.${code}`];

/** The codes of a list that have a word. */
export const codesOf = (list: string): string[] =>
  Object.keys(terms)
    .filter((term) => term.startsWith(`${list}.`))
    .map((term) => term.slice(list.length + 1));

/** The codes of a list of the console's own, with their words. */
export const choicesOf = (list: string): readonly (InBoth & { readonly code: string })[] =>
  codesOf(list).flatMap((code) => {
    const words = wordsOf(list, code);
    return words ? [{ code, ...words }] : [];
  });
