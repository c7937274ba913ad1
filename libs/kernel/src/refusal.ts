import type { Breach, BreachFact } from './attribution.js';
import type { Code } from './text.js';

/** What a rule says when it refuses, in the words of its reader. `{name}` stands for a fact; one in both languages is said in the reader's. */
export interface Wording {
  readonly en: string;
  readonly zh: string;
  /** A guard refuses an act and is collected under a report; a sense always refuses. Source: domain.md, section 2. */
  readonly kind: 'guard' | 'sense';
}
export type Language = 'en' | 'zh';

type FactIn<Text> = Text extends `${string}{${infer Fact}}${infer Rest}` ? Fact | FactIn<Rest> : never;
type FactsOf<W extends Wording> = { readonly [Fact in FactIn<W['en']>]: unknown };
type Facts<W extends Wording> = [FactIn<W['en']>] extends [never] ? [] : [facts: FactsOf<W>];

/** Both languages name the same facts; a rule where they differ does not compile. */
type Alike<Rules extends Record<string, Wording>> = {
  [Rule in keyof Rules]: Differing<FactIn<Rules[Rule]['en']>, FactIn<Rules[Rule]['zh']>> extends infer Odd
    ? [Odd] extends [never]
      ? Wording
      : { 'en and zh name different facts': Odd }
    : never;
};
type Differing<A, B> = Exclude<A, B> | Exclude<B, A>;

/** A named rule said no. The name is its identity over HTTP, in the log and in specs. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly rule: string,
    readonly facts: Readonly<Record<string, unknown>>,
    readonly wording: Wording,
  ) {
    super(`${rule}: ${filled(wording, 'en', facts)}`);
  }

  /** The rule's sentence with its facts. */
  in(language: Language): string {
    return filled(this.wording, language, this.facts);
  }
}

/** An entry that speaks of something absent: the state stays as it was, and the entry is listed. */
export class Inapplicable {
  constructor(
    readonly rule: string,
    readonly facts: Readonly<Record<string, unknown>>,
    readonly wording: Wording,
  ) {}

  in(language: Language): string {
    return filled(this.wording, language, this.facts);
  }
}

export type Rules = Readonly<Record<string, Wording>>;

/** The rules that always refuse. */
type SenseOf<Book extends Record<string, Wording>> = {
  [Rule in keyof Book]: Book[Rule]['kind'] extends 'sense' ? Rule : never;
}[keyof Book];

/**
 * The rules of a slice, by name, and the ways in which they say no. `refuse` ends a decision, so it takes senses alone; `refuseIf` of a
 * guard throws too, and inside `collectingBreaches` notes the breach and goes on.
 */
export function ruleBook<const Book extends Record<string, Wording>>(rules: Book & Alike<Book>) {
  const wordingOf = (rule: keyof Book): Wording => rules[rule];
  const refuse = <Rule extends SenseOf<Book> & string>(rule: Rule, ...[facts]: Facts<Book[Rule]>): never => {
    throw new Refusal(rule, facts ?? {}, wordingOf(rule));
  };
  const refuseIf = <Rule extends keyof Book & string>(broken: boolean, rule: Rule, ...[facts]: Facts<Book[Rule]>): void => {
    if (!broken) return;
    if (collected === undefined || rules[rule].kind === 'sense') throw new Refusal(rule, facts ?? {}, wordingOf(rule));
    collected.push(new Refusal(rule, facts ?? {}, wordingOf(rule)));
  };
  const inapplicable = <Rule extends keyof Book & string>(rule: Rule, ...[facts]: Facts<Book[Rule]>): Inapplicable =>
    new Inapplicable(rule, facts ?? {}, wordingOf(rule));
  return { rules: rules as Rules, refuse, refuseIf, inapplicable };
}

/** Where broken guards go while `collectingBreaches` runs; undefined outside it. Decisions are synchronous, so none sees another's. */
let collected: Refusal[] | undefined;

/**
 * What a decision gives with its guards collected instead of thrown, and the guards that it broke. Senses throw, as everywhere.
 * `decide` is synchronous: a guard that is asked after it returned throws.
 */
export function collectingBreaches<Result>(decide: () => Result): { readonly result: Result; readonly broken: readonly Refusal[] } {
  const outer = collected;
  const broken: Refusal[] = [];
  collected = broken;
  try {
    return { result: decide(), broken };
  } finally {
    collected = outer;
  }
}

/** A broken guard as an entry keeps it. Throws a TypeError where a fact is more than a code, a day, a number, or a list of these. */
export const breachOf = ({ rule, facts }: Refusal): Breach => ({
  rule: rule as Code<'rule'>,
  facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, keptFact(fact, `${rule} ${name}`)])),
});

function keptFact(fact: unknown, place: string): BreachFact {
  if (Array.isArray(fact)) return fact.map((one) => keptFact(one, place));
  if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') return fact as BreachFact;
  throw new TypeError(`the fact of ${place} is no code, day or number, and may not stand in a breach`);
}

const filled = (wording: Wording, language: Language, facts: Readonly<Record<string, unknown>>) =>
  wording[language].replace(/\{(\w+)\}/g, (_, fact: string) => shown(facts[fact], language));

const shown = (fact: unknown, language: Language): string => {
  if (Array.isArray(fact)) return fact.map((one) => shown(one, language)).join('、');
  return isInBoth(fact) ? fact[language] : String(fact);
};

/** A fact that is called otherwise in either language. */
const isInBoth = (fact: unknown): fact is Readonly<Record<Language, string>> =>
  typeof fact === 'object' && fact !== null && 'en' in fact && 'zh' in fact;
