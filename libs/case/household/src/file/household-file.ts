import type { Assistance } from '@lookback/case/assistance';
import { type DocumentKind, fileCodeOf, type Identified, type Member } from '@lookback/case/identification';
import type { Problem, Round } from '@lookback/case/rectification';
import type { HouseholdStanding } from '@lookback/case/standing';
import {
  type CalendarDate,
  type FileNames,
  type InBoth,
  masked,
  type Moment,
  type Opened,
  opened,
  type Reader,
  type RegionCode,
  type StateAsOf,
  type Visibility,
  type WordList,
} from '@lookback/kernel';
import type { Household } from '../household.chapters.js';

/** A code with the name that it had at the moment. */
export interface NamedInFile {
  readonly code: RegionCode;
  readonly name: string | null;
}

/** A member as the file shows one. */
export interface MemberShown extends Omit<Member, 'name' | 'citizenNumber' | 'document' | 'phone' | 'hamlet' | 'health'> {
  readonly name: Opened<string>;
  /** Null where there is none: then a document stands for it, or `withoutNumber` says why. */
  readonly citizenNumber: Opened<string> | null;
  readonly document?: { readonly kind: DocumentKind; readonly documentNumber: Opened<string> };
  readonly phone: Opened<string> | null;
  readonly hamlet: Opened<string> | null;
  readonly health: Opened<string> | null;
}

/** A problem as the file shows it. */
export interface ProblemShown extends Omit<Problem, 'words' | 'foundAgain' | 'measure' | 'round'> {
  readonly words: Opened<string>;
  readonly foundAgain: readonly Opened<string>[];
  readonly measure: Opened<string> | null;
  /** The newest hand-over and what followed it; null while it has not been handed over here. */
  readonly round: (Omit<Round, 'report'> & { readonly reportedOn: string | null }) | null;
}

/** A household as it was on a day, as known at a position: nothing in it depends on when it is asked. */
export interface HouseholdFile
  extends Omit<Identified, 'county' | 'township' | 'village' | 'hamlet' | 'members'>, NonNullable<HouseholdStanding> {
  readonly id: string;
  /** 档案号 */
  readonly fileCode: string;
  /** The moment of which this is true: ask again with both, and the answer is the same. */
  readonly asOf: { readonly at: string; readonly known: string };
  readonly county: NamedInFile;
  readonly township: NamedInFile;
  readonly village: NamedInFile;
  readonly hamlet: Opened<string> | null;
  readonly members: readonly MemberShown[];
  readonly visits: number;
  readonly lastVisit: (Omit<NonNullable<Assistance['lastVisit']>, 'findings'> & { readonly findings: Opened<string> | null }) | null;
  readonly problems: readonly ProblemShown[];
  /** Who helps it or has, in the order in which they came. */
  readonly helpers: Assistance['helpers'];
  /** What the officials and units in it are called, by id, as the reader may see it. */
  readonly names: Readonly<Record<string, string>>;
  /** What the codes of lists in it were called on the day of which they were said, by list, code and day: `cause-codes 01 2018-12-31`. */
  readonly words: Readonly<Record<string, InBoth>>;
  /** Entries that do not fit this history, and why. */
  readonly inapplicable: readonly { readonly entry: string; readonly rule: string; readonly en: string; readonly zh: string }[];
}

/** The file of a household at a moment; null where it was not on record. */
export function householdFile(
  id: string,
  { state, inapplicable }: Pick<StateAsOf<Household>, 'state' | 'inapplicable'>,
  moment: Moment,
  { sight, names }: Reader,
): HouseholdFile | null {
  const { identification, standing, assistance, rectification } = state;
  if (!identification || !standing) return null;
  const { county, township, village, hamlet, members, ...rest } = identification;
  const named = (code: RegionCode): NamedInFile => ({ code, name: names.region(code) });
  return {
    id,
    fileCode: fileCodeOf(id),
    asOf: { at: moment.effective, known: `@${moment.known}` },
    ...rest,
    ...standing,
    county: named(county),
    township: named(township),
    village: named(village),
    hamlet: opened(hamlet),
    members: members.map((member) => (sight === 'whole' ? wholly(member) : shown(member, sight))),
    visits: assistance.visits,
    lastVisit: assistance.lastVisit && { ...assistance.lastVisit, findings: opened(assistance.lastVisit.findings) },
    problems: [...rectification.values()].map(problemWholly),
    helpers: assistance.helpers,
    names: namesIn(state, names),
    words: wordsIn(identification, state, names),
    inapplicable: inapplicable.map(({ entry, why }) => ({ entry, rule: why.rule, en: why.in('en'), zh: why.in('zh') })),
  };
}

/** Everybody and every unit that the file gives by id. */
function namedInFile({ assistance: { helpers, lastVisit }, rectification }: Pick<Household, 'assistance' | 'rectification'>) {
  const problems = [...rectification.values()];
  const people = [
    ...helpers.map(({ person }) => person),
    lastVisit?.by ?? null,
    ...problems.flatMap(({ duties: { leader, staff } }) => [leader, staff]),
  ];
  const units = [...helpers.map(({ unit }) => unit), ...problems.flatMap(({ duties, round }) => [duties.unit, round?.unit ?? null])];
  return { people: people.filter((id) => id !== null), units: units.filter((id) => id !== null) };
}

function namesIn(state: Household, names: FileNames): Record<string, string> {
  const { people, units } = namedInFile(state);
  const called = [...people.map((id) => [id, names.official(id)] as const), ...units.map((id) => [id, names.unit(id)] as const)];
  return Object.fromEntries(called.flatMap(([id, name]) => (name === null ? [] : [[id, name]])));
}

/** Every code of a list that the file shows, with the day of which it was said. */
function wordsIn({ causes, county }: Identified, { assistance, rectification }: Household, names: FileNames): Record<string, InBoth> {
  const said: readonly (readonly [WordList, string, CalendarDate])[] = [
    ...[...(causes.main === null ? [] : [causes.main]), ...causes.others].map((code) => ['cause-codes', code, causes.since] as const),
    ...assistance.helpers.map(({ rank, from }) => ['helper-quotas', rank, from] as const),
    ...[...rectification.values()].flatMap((problem) => [
      ['problem-classes', problem.class, problem.takenOverOn ?? problem.foundOn] as const,
      ['problem-sources', problem.source, problem.takenOverOn ?? problem.foundOn] as const,
    ]),
  ];
  const called = said.map(([list, code, on]) => [`${list} ${code} ${on}`, names.listed(list, code, { region: county, on })] as const);
  return Object.fromEntries(called.flatMap(([key, words]) => (words === null ? [] : [[key, words]])));
}

function shown({ name, citizenNumber, document, phone, hamlet, health, ...clear }: Member, sight: Visibility): MemberShown {
  const mask = <Value extends Opened<string> | null>(value: Value) =>
    sight === 'masked' && typeof value === 'string' ? masked(value) : value;
  return {
    ...clear,
    name: opened(name),
    citizenNumber: mask(opened(citizenNumber)),
    ...(document && { document: { kind: document.kind, documentNumber: mask(opened(document.documentNumber)) } }),
    phone: mask(opened(phone)),
    hamlet: opened(hamlet),
    health: opened(health),
  };
}

/**
 * A member or a problem that an entry leaves as it was is shown by the same object: a client that follows a file from entry to entry
 * sees at once what did not change.
 */
function keptFor<From extends object, To>(show: (from: From) => To): (from: From) => To {
  const kept = new WeakMap<From, To>();
  return (from) => {
    const there = kept.get(from) ?? show(from);
    kept.set(from, there);
    return there;
  };
}

const wholly = keptFor((member: Member) => shown(member, 'whole'));
const problemWholly = keptFor(problemShown);

function problemShown({ words, foundAgain, measure, round, ...clear }: Problem): ProblemShown {
  return {
    ...clear,
    words: opened(words),
    foundAgain: foundAgain.map((sealed) => opened(sealed)),
    measure: opened(measure),
    round: round && roundShown(round),
  };
}

const roundShown = ({ report, ...round }: Round) => ({ ...round, reportedOn: report?.on ?? null });
