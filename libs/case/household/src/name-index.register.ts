import type { Identified, Member } from '@lookback/case/identification';
import { column, erased, input, placeColumns, type Register, type RegionCode, registerSource, type Sealed, kind } from '@lookback/kernel';
import { type Projection, registerProjection } from '@lookback/log/read-model';
import type { NameKeys } from '@lookback/log/vault';
import { anySubject } from '@lookback/office/desk';
import { household } from './household.js';
import type { Household } from './household.chapters.js';

/** A member by what he is found by. */
interface MemberMarked {
  readonly village: RegionCode;
  readonly isHead: boolean;
  /** Marks by the keys of names; null where the name has less than two characters, or there is no number. */
  readonly beginning: string | null;
  readonly number: string | null;
  readonly name: Sealed<string>;
}

/** How many characters a search by name takes at least: by so many names are marked, in each village otherwise. */
export const leastOfName = 2;

/** What of a name is marked; null where it is too short. */
export const beginningOf = (name: string): string | null => {
  const letters = Array.from(input.name(name));
  return letters.length < leastOfName ? null : letters.slice(0, leastOfName).join('');
};

/**
 * The members of every household, by key, on both clocks: a register that is on no list, and holds nothing by which a reader of its table
 * learns a name. An erased member is not in it. Source: decisions.md, 16.
 */
export const nameIndex: Register<MemberMarked> = {
  name: 'nameIndex',
  called: { zh: '姓名索引', en: 'Index of names' },
  columns: {
    ...placeColumns<MemberMarked>(({ village }) => village),
    isHead: column(kind.yesNo, { zh: '户主', en: 'Head' }, ({ isHead }) => isHead),
    beginning: column(kind.line, { zh: '姓名', en: 'Name' }, ({ beginning }) => beginning, { filter: true }),
    number: column(kind.line, { zh: '证件号码', en: 'Number' }, ({ number }) => number, { filter: true }),
  },
  opened: { memberName: { called: { zh: '姓名', en: 'Name' }, sight: 'masked', value: ({ name }) => name } },
  groups: {},
  order: [],
};

/** The index under the newest key: another key makes it another version, which is built anew. */
export const namesOf = (keys: NameKeys): Projection => {
  const source = registerSource<Household, MemberMarked>({
    register: nameIndex,
    reads: ({ identification }) => [identification?.members, identification?.village],
    rows: ({ identification }) => (identification ? rowsOf(identification, keys) : []),
  });
  return {
    ...registerProjection(nameIndex, new Map([[household.name, { chapter: anySubject(household), source }]])),
    version: keys.newest,
  };
};

const rowsOf = ({ members, village }: Identified, keys: NameKeys): (readonly [string, MemberMarked])[] =>
  members.flatMap(({ member, relation, name, ...who }) => {
    const number = numberOf(who);
    if (name.value === erased || number === erased) return [];
    const beginning = beginningOf(name.value);
    const marks = {
      beginning: beginning && keys.beginning(village, beginning),
      number: number === null ? null : keys.number(asOnePersons(number)),
    };
    return [[member, { village, isHead: relation === 'head', name, ...marks }]];
  });

/** The number by which a member is known from others: the citizen number, or that of a document; null where there is neither. */
const numberOf = ({ citizenNumber, document }: Pick<Member, 'citizenNumber' | 'document'>) =>
  citizenNumber ? citizenNumber.value : (document?.documentNumber.value ?? null);

/** That of a disability card begins with its holder's citizen number. */
export const asOnePersons = (number: string): string => number.slice(0, 18);
