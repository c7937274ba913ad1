import type { Language } from '@lookback/kernel';
import type { Names } from '@lookback/review/history';
import { type Words, words } from './words.js';

/** Who and what the facts of a refusal can name. */
export type FactNames = Pick<Names, 'region' | 'unit' | 'official'>;

export const nothingNamed: FactNames = { region: () => null, unit: () => null, official: () => null };

/** Which list of codes a fact is taken from. */
const lists: Readonly<Record<string, keyof Words>> = {
  right: 'rights',
  looksOn: 'rights',
  decides: 'rights',
  level: 'levels',
  post: 'posts',
  status: 'problemStatuses',
  needed: 'problemStatuses',
  topic: 'topics',
};

/** Which facts are regions, by their codes, and which are ids. */
const named: Readonly<Record<string, keyof FactNames | 'regionOrUnit'>> = {
  region: 'region',
  regions: 'region',
  serves: 'region',
  county: 'region',
  unit: 'unit',
  person: 'official',
  where: 'regionOrUnit',
};

/** The facts of a refusal that hold codes and ids, in words. A region's code stays beside its name, as two villages may be called alike. */
export function factWords(
  facts: Readonly<Record<string, unknown>>,
  language: Language,
  names: FactNames,
): Readonly<Record<string, unknown>> {
  const wordOf = (fact: string, code: unknown): unknown => {
    if (typeof code !== 'string') return code;
    const kind = named[fact];
    if (kind === undefined) return words[lists[fact] ?? '']?.[code]?.[language] ?? code;
    const region = kind === 'region' || kind === 'regionOrUnit' ? names.region(code) : null;
    const name = region ?? names[kind === 'regionOrUnit' ? 'unit' : kind](code);
    if (name === null) return code;
    if (region === null) return name;
    return language === 'en' ? `${name} (${code})` : `${name}（${code}）`;
  };
  return Object.fromEntries(
    Object.entries(facts).map(([fact, said]) => [fact, Array.isArray(said) ? said.map((one) => wordOf(fact, one)) : wordOf(fact, said)]),
  );
}

/** The ids that some facts name. */
export const idsIn = ({ unit, person, where }: Readonly<Record<string, unknown>>) => ({
  units: [unit, ...(Array.isArray(where) ? (where as unknown[]) : [])].filter((id) => typeof id === 'string'),
  people: typeof person === 'string' ? [person] : [],
});
