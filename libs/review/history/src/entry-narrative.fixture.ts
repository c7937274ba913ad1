import { assistanceEvents } from '@lookback/case/assistance';
import type { HouseholdEvent } from '@lookback/case/household';
import { identificationEvents as did } from '@lookback/case/identification';
import type { CauseCode, HouseholdNumber, MemberId, MemberSaid, Relation } from '@lookback/case/identification';
import type { RectificationEvent } from '@lookback/case/rectification';
import {
  type CalendarDate,
  type Digest,
  type EntryId,
  type EventOf,
  type Owner,
  type PersonId,
  Quoted,
  type RegionCode,
  fourEyesEvents as second,
  sealedTo,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import type { BodyDigest, CommandKey, Entry } from '@lookback/log/event-log';
import { attributionOf, recordedAs, townshipCadre } from '@lookback/testing';

export const stream = streamName('household', '1');
export const member = (nth: number) => `m-${nth}` as MemberId;
const owner = stream as string as Owner;
export const reason = sealedTo(owner)('wrong');

/** What is said of the nth member. */
export function said(nth: number, name = `张${nth}`, relation: Relation = nth === 1 ? 'head' : 'son'): MemberSaid {
  const sealed = sealedTo(`person-${member(nth)}` as Owner);
  return {
    member: member(nth),
    number: null,
    relation,
    name: sealed(name),
    citizenNumber: sealed('11010519491231002X'),
    phone: sealed('13812345678'),
    hamlet: sealed('一组'),
    health: sealed('healthy' as const),
    ethnicGroup: null,
    schooling: null,
    pupil: 'none',
    labour: null,
    work: null,
    seriousIllnessInsurance: true,
    asWritten: null,
  };
}

const helper = (person: string, unit: string) => ({ person: person as PersonId, unit: unit as UnitId, rank: 'cadre' as const });
const liMin = helper('p-li-min', 'u-education');
const fangWei = helper('p-fang-wei', 'u-finance');

/** What a household's life holds beside its problems, whose words have a spec of their own. */
type Shown = Exclude<HouseholdEvent, RectificationEvent>;

/** One event of each kind, by its name: `happened.MemberLeft(2)`. */
export const happened = {
  HouseholdTakenOver: (members = 2) =>
    did.householdTakenOver({
      source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3 },
      number: '610426101200000001' as HouseholdNumber,
      county: '610426' as RegionCode,
      township: '610426101' as RegionCode,
      village: '610426101200' as RegionCode,
      standing: 'registered',
      attribute: 'general',
      mainCause: '01' as CauseCode,
      incomePerPersonFen: 250_000,
      dangerousHouse: false,
      safeWater: true,
      waterDifficulty: false,
      members: Array.from({ length: members }, (_, i) => said(i + 1)),
    }),
  MemberJoined: (nth = 3, name?: string) => did.memberJoined({ ...said(nth, name), reason: 'born' }),
  MemberLeft: (nth = 2) => did.memberLeft({ member: member(nth), reason: 'died' }),
  HeadChanged: (nth = 2) => did.headChanged({ head: member(nth), relations: [{ member: member(1), relation: 'father' }] }),
  IncomeAssessed: (fen = 123_456) =>
    did.incomeAssessed({
      period: { from: '2018-10-01', to: '2019-09-30' },
      lineYear: 2019,
      wageFen: fen,
      businessFen: 0,
      transferFen: 0,
      propertyFen: 0,
      costsFen: 0,
      netFen: fen,
      persons: 1,
      perPersonFen: fen,
    }),
  GuaranteeChecked: (met = false) => did.guaranteeChecked({ kind: 'housing', met, grade: met ? 'A' : 'D' }),
  LivingConditionsSurveyed: (squareMetres = 90) =>
    did.livingConditionsSurveyed({
      electricity: true,
      fuel: 'gas',
      sanitaryToilet: true,
      accessRoad: 'concrete',
      roadMetres: 200,
      cooperative: true,
      housingSquareMetres: squareMetres,
      waterDifficulty: false,
      safeWater: true,
      arableCentimu: 320,
      forestCentimu: 0,
    }),
  HouseholdOpened: () =>
    did.householdOpened({
      basis: 'application',
      county: '610426' as RegionCode,
      township: '610426101' as RegionCode,
      village: '610426101200' as RegionCode,
      hamlet: sealedTo(owner)('一组'),
      residence: 'both',
      members: [said(1)],
    }),
  RegistryNumberGiven: () => did.registryNumberGiven({ number: '610426101200000002' as HouseholdNumber, persons: [] }),
  CauseReclassified: (main = '02') => did.causeReclassified({ main: main as CauseCode, others: ['03' as CauseCode] }),
  HomeVisited: (findings = 'dry') =>
    assistanceEvents.homeVisited({
      place: 'home',
      checklist: [{ topic: 'water', inOrder: false }],
      findings: sealedTo(owner)(findings),
      capturedAt: null,
    }),
  HelperPaired: () => assistanceEvents.helperPaired(liMin),
  HelperHandedOver: () => assistanceEvents.helperHandedOver({ from: liMin.person, to: fangWei }),
  HelperReleased: () => assistanceEvents.helperReleased({ person: liMin.person }),
  HelperTakenOver: () =>
    assistanceEvents.helperTakenOver({
      ...liMin,
      source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 4 },
      affiliation: 'county',
      startedOn: '2015-03-15',
      asWritten: null,
    }),
} satisfies { readonly [Type in Shown['type']]: (...said: never[]) => Extract<Shown, { type: Type }> };

/** The nth entry (from 0) of the household. */
export const entryOf = (event: EventOf, nth: number, effectiveOn: CalendarDate = '2020-01-01'): Entry => ({
  ...recordedAs({ ...event, by: attributionOf(townshipCadre, { effectiveOn }) }, nth),
  stream,
  key: `k-${nth}` as CommandKey,
  body: 'b' as BodyDigest,
});

/** What is recorded; it may say from which day it holds. */
export type Happening = EventOf | readonly [CalendarDate, EventOf];

/** A history in the order of recording. */
export const historyOf = (...events: readonly Happening[]): Entry[] =>
  events.map((one, nth) => ('type' in one ? entryOf(one, nth) : entryOf(one[1], nth, one[0])));

export const entry = (nth: number) => `entry-${nth}` as EntryId;

/** Proposes that an entry say something else, or nothing. */
export const corrects = (original: number, event: EventOf | null, effectiveOn: CalendarDate = '2020-01-01', supersedes = original) =>
  second.correctionProposed({
    answer: { dueOn: '2020-12-31', level: null },
    original: entry(original),
    supersedes: entry(supersedes),
    reason,
    wanted: event && { event: new Quoted(event), effectiveOn, authority: null, evidence: [] },
  });
