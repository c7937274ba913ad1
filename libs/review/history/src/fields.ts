import type { FactShown, FileNames, FileSections, Reader } from '@lookback/kernel';
import type { Subject } from '@lookback/office/desk';

/** What a file shows, by field: what is asked one by one why it is so. */
export type Fields = ReadonlyMap<string, FactShown>;

/** A subject as far as its file follows from its history. */
export type Filed<State> = Pick<Subject<State>, 'initial' | 'evolve' | 'onEveryDay' | 'file'>;

/** The fields of a state, or of some sections of its file; none where it is not on record. */
export const fieldsOf = <State>(sections: FileSections<State>, state: State, to: Reader): Fields =>
  new Map(sections.flatMap(({ facts }) => facts(state, to).map((one) => [one.field, one] as const)));

const nameless: FileNames = { region: () => null, unit: () => null, official: () => null, listed: () => null };

/** Before whom two files are alike where their states are: who sees all of it, and no names. */
export const wholeNameless: Reader = { sight: 'whole', names: nameless };

/** Everybody and every unit that a file gives by id. */
export function namedInFile<State>(sections: FileSections<State>, state: State) {
  const [people, units]: [string[], string[]] = [[], []];
  const heard = (ids: string[]) => (id: string) => {
    ids.push(id);
    return null;
  };
  fieldsOf(sections, state, { sight: 'masked', names: { ...nameless, unit: heard(units), official: heard(people) } });
  return { people, units };
}

/** Fields as text, by which two values are seen to be the same. */
export const written = (fields: Fields): ReadonlyMap<string, string> =>
  new Map([...fields].map(([field, { value }]) => [field, JSON.stringify(value)]));
