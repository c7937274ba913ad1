/** A row of the index as somebody sees it who has the database and no key. */
export interface RowSeen {
  readonly place: string;
  readonly household: string;
  readonly isHead: boolean;
  readonly mark: string;
}

/** What else an insider may know. */
export interface Knowledge {
  /** How often each name occurs in the county. */
  readonly names: ReadonlyMap<string, number>;
  /** The heads whom public notices named, by household: an insider finds the rows of these by what else a notice says. */
  readonly noticed: ReadonlyMap<string, string>;
  /** The share of those in a household who have its head's family name for that reason. */
  readonly kin: number;
}

/** What a mark is made from, and into how many they fall: Infinity where each text has its own. */
export interface Marking {
  readonly textOf: (name: string) => string;
  readonly marks: number;
}

interface Text {
  readonly text: string;
  readonly familyName: string;
  readonly count: number;
  /** The most frequent name of this text, and how often it occurs. */
  readonly name: string;
  readonly best: number;
}

/** How many of the most frequent texts are tried for a mark: rarer ones are the likeliest only where a notice told them. */
const tried = 400;

export const familyNameOf = (name: string): string => Array.from(name)[0] ?? '';

/**
 * Guesses names from marks as well as frequencies allow: a text that a notice showed under a mark is known there; of all others each mark's
 * size says how likely they are, and the head's family name that of a household whose notice was read.
 */
export class Insider {
  private readonly texts: readonly Text[];
  private readonly byText: ReadonlyMap<string, Text>;
  private readonly byFamily = new Map<string, Text[]>();
  private readonly families = new Map<string, number>();
  private readonly people: number;
  /** By place, then by mark: how many rows. */
  private readonly sizes = new Map<string, Map<string, number>>();
  private readonly peopleOf = new Map<string, number>();
  /** By place: of each text that a notice showed there, the mark. */
  private readonly shown = new Map<string, Map<string, string>>();
  /** By place and mark: the texts that notices showed there. */
  private readonly told = new Map<string, Map<string, Text>>();
  private readonly guessed = new Map<string, string | null>();

  constructor(
    private readonly rows: readonly RowSeen[],
    private readonly knows: Knowledge,
    private readonly marking: Marking,
  ) {
    this.byText = textsIn(knows.names, marking);
    this.texts = [...this.byText.values()].sort((a, b) => b.best - a.best || (a.text < b.text ? -1 : 1));
    for (const text of this.texts) {
      const kin = this.byFamily.get(text.familyName);
      if (kin) kin.push(text);
      else this.byFamily.set(text.familyName, [text]);
      this.families.set(text.familyName, (this.families.get(text.familyName) ?? 0) + text.count);
    }
    this.people = [...knows.names.values()].reduce((sum, count) => sum + count, 0);
    for (const row of rows) this.look(row);
  }

  private look({ place, household, isHead, mark }: RowSeen): void {
    const sizes = innerOf(this.sizes, place);
    sizes.set(mark, (sizes.get(mark) ?? 0) + 1);
    this.peopleOf.set(place, (this.peopleOf.get(place) ?? 0) + 1);
    const head = isHead ? this.knows.noticed.get(household) : undefined;
    const text = head === undefined ? undefined : this.byText.get(this.marking.textOf(head));
    if (!text) return;
    innerOf(this.shown, place).set(text.text, mark);
    innerOf(this.told, `${place} ${mark}`).set(text.text, text);
  }

  /** The likeliest name of each row, in their order; null where a notice told it. */
  guesses(): (string | null)[] {
    return this.rows.map((row) => (row.isHead && this.knows.noticed.has(row.household) ? null : this.guess(row)));
  }

  private guess({ place, household, mark }: RowSeen): string | null {
    const head = this.knows.noticed.get(household);
    const family = head === undefined ? null : familyNameOf(head);
    const key = `${place} ${mark} ${family ?? ''}`;
    const before = this.guessed.get(key);
    if (before !== undefined) return before;
    const likeliest = this.likeliest(place, mark, family);
    this.guessed.set(key, likeliest);
    return likeliest;
  }

  private likeliest(place: string, mark: string, family: string | null): string | null {
    const shown = innerOf(this.shown, place);
    const told = [...innerOf(this.told, `${place} ${mark}`).values()];
    const kin = family === null ? [] : (this.byFamily.get(family) ?? []);
    const candidates = this.marking.marks === Infinity && told.length > 0 ? told : [...told, ...kin, ...this.texts.slice(0, tried)];
    let [best, most]: [Text | null, number] = [null, 0];
    for (const text of candidates) {
      const where = shown.get(text.text);
      const isThere = where === undefined ? this.chance(text, place, mark) : Number(where === mark);
      const weight = isThere * text.best * this.asKin(text, family);
      if (weight > most) [best, most] = [text, weight];
    }
    return best?.name ?? null;
  }

  /** How much likelier a text is in a household whose head's family name is known. */
  private asKin({ familyName }: Text, family: string | null): number {
    const { kin } = this.knows;
    return family === null ? 1 : 1 - kin + (familyName === family ? (kin * this.people) / (this.families.get(family) ?? 1) : 0);
  }

  /** How likely a text falls under a mark of a size, where nobody told: Poisson with it against Poisson without. */
  private chance({ count }: Text, place: string, mark: string): number {
    const size = innerOf(this.sizes, place).get(mark) ?? 0;
    const people = this.peopleOf.get(place) ?? 0;
    const expected = (count * people) / this.people;
    const { marks } = this.marking;
    if (marks === Infinity) return Math.exp(size * Math.log(expected) - expected - logFactorial(size));
    return Math.min(1, Math.exp(size * Math.log1p((expected * marks) / people) - expected) / marks);
  }
}

function textsIn(names: ReadonlyMap<string, number>, { textOf }: Marking): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const [name, count] of names) {
    const text = textOf(name);
    const one = texts.get(text);
    const isBest = one === undefined || count > one.best || (count === one.best && name < one.name);
    const best = isBest ? { name, best: count } : { name: one.name, best: one.best };
    texts.set(text, { text, familyName: familyNameOf(name), count: count + (one?.count ?? 0), ...best });
  }
  return texts;
}

function innerOf<Inner>(outer: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const inner = outer.get(key) ?? new Map<string, Inner>();
  outer.set(key, inner);
  return inner;
}

const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1));
