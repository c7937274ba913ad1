import { product } from '@lookback/application/system';
import { actsOf } from '@lookback/office/desk';
import { readFileSync } from 'node:fs';

export type Language = 'zh' | 'en';
type Said = Readonly<Record<Language, string>>;

const glossary = JSON.parse(readFileSync(new URL('../../../apps/web/src/i18n/glossary.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Said>
>;
/** The acts by their path, and their fields: `visit-home`, `visit-home.findings`. */
const acts = new Map<string, Said>(
  actsOf(product.subjects).subjects.flatMap(({ acts }) =>
    acts.flatMap(({ path, called, fields }) => [
      [path, called] as const,
      ...fields.map((field) => [`${path}.${field.name}`, field.called] as const),
    ]),
  ),
);

/** What the console says in a language: for a term of its own, with facts in its braces, or for an act and its fields. */
export const saidIn =
  (language: Language) =>
  (term: string, facts: Readonly<Record<string, string>> = {}): string => {
    const text = (glossary[term] ?? acts.get(term))?.[language];
    if (text === undefined) throw new Error(`nothing says ${term}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  };
