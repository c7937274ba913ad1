import { familyNameOf, Insider, type Marking, type RowSeen } from './insider.js';

/** A member of a household as the truth has it, and as the index shows it. */
export interface Known extends RowSeen {
  readonly name: string;
}

/** Shares of the people of whom no notice spoke. */
export interface Guessed {
  readonly people: number;
  readonly name: number;
  readonly beginning: number;
  readonly familyName: number;
}

/** Plays an insider over the rows of a county, with the notices of a share of its households. */
export function attack(
  county: readonly Known[],
  { noticed, kin, marking, random }: { noticed: number; kin: number; marking: Marking; random: () => number },
): Guessed {
  const names = new Map<string, number>();
  for (const { name } of county) names.set(name, (names.get(name) ?? 0) + 1);
  const heads = county.filter(({ isHead }) => isHead && random() < noticed);
  const told = new Map(heads.map(({ household, name }) => [household, name]));
  const guesses = new Insider(county, { names, noticed: told, kin }, marking).guesses();
  const others = county.flatMap(({ name }, i) => {
    const guess = guesses[i];
    return guess === null && told.has(county[i]?.household ?? '') && county[i]?.isHead ? [] : [{ name, guess: guess ?? '' }];
  });
  const share = (of: (name: string) => string) => others.filter(({ name, guess }) => of(name) === of(guess)).length / others.length;
  const beginning = (name: string) => Array.from(name).slice(0, 2).join('');
  return { people: others.length, name: share((name) => name), beginning: share(beginning), familyName: share(familyNameOf) };
}
