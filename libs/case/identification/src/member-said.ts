import { birthdayIn, type CalendarDate, Inapplicable, input, type Owner, type Sealed, sealedTo } from '@lookback/kernel';
import type { MemberId, PersonNumber } from './identification.codes.js';
import type { MemberAsked } from './identification.commands.js';
import type { MemberSaid } from './identification.events.js';
import { refuse, refuseIf } from './identification.rules.js';
import type { DocumentHeld, MemberListed } from './take-over.js';

type MemberTyped = Pick<MemberAsked, keyof MemberAsked>;
type Identity = Pick<MemberListed, 'citizenNumber' | 'document' | 'withoutNumber'>;
/** As a form may say it. */
type Said<Of> = { readonly [Part in keyof Of]: Of[Part] | null };

/** Who somebody is: by a sound citizen number of nobody who is born later, by another document, or with the reason why by neither. */
export function identified({ citizenNumber, document, withoutNumber }: Said<Identity>, on: CalendarDate): Required<Identity> {
  const given = [citizenNumber, document, withoutNumber].filter((one) => one !== null && one !== undefined).length;
  refuseIf(given !== 1, 'identification.identity-missing');
  const none = { citizenNumber: null, document: undefined, withoutNumber: undefined };
  if (document) return { ...none, document: soundDocument(document) };
  if (citizenNumber === null) return { ...none, withoutNumber: withoutNumber ?? undefined };
  const read = input.citizenNumber(citizenNumber);
  if (read instanceof Inapplicable)
    return refuse('identification.citizen-number-unsound', { fault: { en: read.in('en'), zh: read.in('zh') } });
  const born = birthdayIn(read.value);
  refuseIf(born > on, 'identification.born-later', { born, on });
  return { ...none, citizenNumber: read.value };
}

function soundDocument({ kind, number }: DocumentHeld): DocumentHeld {
  const read = input.documentNumber(kind)(number);
  if (read instanceof Inapplicable) return refuse('identification.document-unsound', { fault: { en: read.in('en'), zh: read.in('zh') } });
  return { kind, number: read.value };
}

/** What a form says of somebody, as it is kept; with how the citizen number was typed where that is otherwise. */
export function typedMember(
  typed: MemberTyped,
  on: CalendarDate,
): Omit<MemberListed, 'number'> & { readonly number: PersonNumber | undefined } {
  const identity = identified({ ...typed, citizenNumber: typed.citizenNumber ?? null }, on);
  const { number, phone = null, hamlet = null, schooling = null, work = null, citizenNumber = null } = typed;
  const changed = citizenNumber === null || citizenNumber === identity.citizenNumber ? null : { 证件号码: citizenNumber };
  return { ...typed, ...identity, number, phone, hamlet, schooling, work, asWritten: changed };
}

/** Refuses a household of which nobody, or more than one, is the head. */
export function mustHaveOneHead(members: readonly Pick<MemberListed, 'relation'>[]): void {
  const heads = members.filter(({ relation }) => relation === 'head').length;
  refuseIf(heads !== 1, 'identification.one-head', { heads });
}

/** Refuses people of one household who have the same citizen number. */
export function mustBeApart(people: readonly Pick<MemberListed, 'citizenNumber'>[]): void {
  const numbers = people.flatMap(({ citizenNumber }) => citizenNumber ?? []);
  refuseIf(new Set(numbers).size < numbers.length, 'identification.citizen-number-twice');
}

/** What is said of a member, sealed to the member. */
export function sealedMember(
  {
    name,
    citizenNumber,
    document,
    withoutNumber,
    phone,
    hamlet,
    health,
    asWritten,
    ...clear
  }: Omit<MemberListed, 'number'> & { number?: MemberListed['number'] | undefined },
  member: MemberId,
): MemberSaid {
  const sealed = sealedTo(`person-${member}` as Owner);
  const unless = <T>(value: T | null): Sealed<T> | null => (value === null ? null : sealed(value));
  return {
    member,
    number: clear.number ?? null,
    relation: clear.relation,
    ethnicGroup: clear.ethnicGroup,
    schooling: clear.schooling,
    pupil: clear.pupil,
    labour: clear.labour,
    work: clear.work,
    seriousIllnessInsurance: clear.seriousIllnessInsurance,
    name: sealed(name),
    citizenNumber: unless(citizenNumber),
    health: unless(health),
    ...(document && { document: { kind: document.kind, documentNumber: sealed(document.number) } }),
    ...(withoutNumber && { withoutNumber }),
    phone: unless(phone),
    hamlet: unless(hamlet),
    asWritten: unless(asWritten),
  };
}
