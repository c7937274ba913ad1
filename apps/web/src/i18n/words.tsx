import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { codesOf, type InBoth, inBoth, type Language, type Term, wordsOf } from './terms.js';

export type { InBoth, Language, Term } from './terms.js';
type Facts = Readonly<Record<string, string | number>>;

/** The console's language, and its words in it. */
export interface Words {
  readonly language: Language;
  speak(language: Language): void;
  /** A term, with facts in its braces. */
  (term: Term, facts?: Facts): string;
  /** The word of a code; the code itself where a county has added one of its own. */
  code(list: string, code: string | null | undefined): string;
  /** What the server calls a code of a list that standards hold; the code itself where no list has it. */
  listed(words: InBoth | null | undefined, code: string | null | undefined): string;
  /** The codes of a list that have a word. */
  codes(list: string): readonly string[];
  /** A term, or what is said in both languages already. */
  named(said: Term | InBoth): string;
  /** What the server says in both languages. */
  both(said: { readonly zh?: string | null; readonly en?: string | null }): string;
}

const place = 'lookback.language';
const filled = (text: string, facts: Facts) => text.replace(/\{([\w-]+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

function wordsIn(language: Language, speak: (language: Language) => void): Words {
  const say = (term: Term, facts: Facts = {}) => filled(inBoth(term)[language], facts);
  return Object.assign(say, {
    language,
    speak,
    code: (list: string, code: string | null | undefined) => (code == null ? '—' : (wordsOf(list, code)?.[language] ?? code)),
    listed: (words: InBoth | null | undefined, code: string | null | undefined) => words?.[language] ?? code ?? '—',
    named: (said: Term | InBoth) => (typeof said === 'string' ? say(said) : said[language]),
    codes: codesOf,
    both: ({ zh, en }: { readonly zh?: string | null; readonly en?: string | null }) => (language === 'zh' ? zh : en) ?? zh ?? '—',
  });
}

const Spoken = createContext<Words | null>(null);

/** The language that somebody has chosen on this machine, else the first of the browser's that the console speaks, else Chinese. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => spoken([localStorage.getItem(place) ?? '', ...navigator.languages]));
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(place, chosen);
    setLanguage(chosen);
  }, []);
  return <Spoken value={useMemo(() => wordsIn(language, choose), [language, choose])}>{children}</Spoken>;
}

const spoken = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.slice(0, 2)).find((tag): tag is Language => tag === 'zh' || tag === 'en') ?? 'zh';

export function useWords(): Words {
  const words = use(Spoken);
  if (!words) throw new Error('no language is spoken here');
  return words;
}
