import { readFileSync } from 'node:fs';

export type Language = 'zh' | 'en';

const glossary = JSON.parse(readFileSync(new URL('../../../apps/web/src/i18n/glossary.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<Language, string>>>
>;

/** What the console says for a term in a language, with facts in its braces. */
export const saidIn =
  (language: Language) =>
  (term: string, facts: Readonly<Record<string, string>> = {}): string => {
    const text = glossary[term]?.[language];
    if (text === undefined) throw new Error(`the glossary has no ${term}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  };
