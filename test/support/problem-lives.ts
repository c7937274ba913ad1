import { listedHouseholdId } from '@lookback/case/household';
import { identificationEvents, type HouseholdNumber, type MemberId } from '@lookback/case/identification';
import { type ClassCode, type Duties, type ProblemNumber, rectificationEvents as did, type SourceCode } from '@lookback/case/rectification';
import {
  type AccountId,
  type CalendarDate,
  type Code,
  daysAfter,
  type Digest,
  type EventOf,
  type Holder,
  type Owner,
  type PersonId,
  type RegionCode,
  sealedTo,
  type StreamName,
  type UnitId,
} from '@lookback/kernel';
import type { BodyDigest, CommandKey, Commit, EventLog } from '@lookback/log/event-log';
import { seeded } from './random-lives.js';

/** Who has duties in the office, and who decides. */
export interface Cast {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly handler: Holder;
}

/** What happens on which day after a problem is found. */
type Happening = readonly [after: number, event: EventOf];
interface Told {
  readonly problem: ProblemNumber;
  readonly duties: Duties;
  readonly due: CalendarDate;
  readonly sealed: (words: string) => ReturnType<ReturnType<typeof sealedTo>>;
}

const classes = ['identification', 'exit', 'assistance', 'policy', 'funds', 'violations'];
const sources = ['self-check', 'public-report', 'unannounced-visit', 'city-supervision'];
const places = ['found', 'handedOver', 'accepted', 'disputed', 'reported', 'returned', 'verified', 'reopened', 'listed', 'begun'] as const;
type Place = (typeof places)[number] | 'cancelled';

/** How far a problem has come, step by step. */
function stepsTo(place: Place, { problem, duties: responsible, due: dueOn, sealed }: Told): Happening[] {
  const words = (text: string) => sealed(text) as never;
  const handedOver: Happening = [1, did.problemHandedOver({ problem, responsible, measure: words('修缮屋顶'), dueOn })];
  const reported: Happening[] = [handedOver, [20, did.rectificationReported({ problem, done: words('屋顶已修好') })]];
  const verified: Happening[] = [...reported, [25, did.rectificationVerified({ problem, onSite: true })]];
  const cancelled: Happening[] = [
    ...verified,
    [26, did.peopleAsked({ problem, who: 'household', answer: 'satisfied', reason: null })],
    [
      27,
      did.numberCancelled({ problem, cancelNumber: `XH-${problem}` as Code<'cancel-number'>, identified: true, meetsRequirement: true }),
    ],
  ];
  const paths: Readonly<Record<Place, readonly Happening[]>> = {
    found: [],
    handedOver: [handedOver],
    listed: [],
    begun: [],
    reported,
    verified,
    cancelled,
    accepted: [handedOver, [3, did.handoverAccepted({ problem })]],
    disputed: [handedOver, [3, did.handoverDisputed({ problem, reason: words('非本单位职责') })]],
    returned: [...reported, [25, did.rectificationReturned({ problem, onSite: true, reason: words('仍漏雨') })]],
    reopened: [...cancelled, [60, did.numberReopened({ problem, words: words('又漏雨') })]],
  };
  return [...paths[place]];
}

/** Every happening of one household, in order of days: a list brings it, then each of its problems lives its life. */
function life(nth: number, problems: number, today: CalendarDate, { units, people }: Cast, random: () => number) {
  const oneOf = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const village = `6104260${String(1 + (nth % 15)).padStart(2, '0')}${String(200 + (nth % 7))}`;
  const number = `${village}${String(nth).padStart(6, '0')}` as HouseholdNumber;
  const id = listedHouseholdId('610426' as RegionCode, number);
  const sealed = sealedTo(`household-${id}` as Owner);
  const happenings = Array.from({ length: problems }, (_, at): [CalendarDate, EventOf][] => {
    const problem = `S-${nth}-${at}` as ProblemNumber;
    const foundOn = daysAfter(today, -Math.floor(random() * 900));
    const duties = { leader: oneOf(people) as PersonId, unit: oneOf(units) as UnitId, staff: oneOf(people) as PersonId };
    const place = random() < 0.5 ? 'cancelled' : oneOf(places);
    const [of, from] = [oneOf(classes) as ClassCode, oneOf(sources) as SourceCode];
    const due = daysAfter(foundOn, 30 + Math.floor(random() * 50));
    const said = { number: problem, class: of, source: from, words: sealed(`屋顶漏雨，登记为已修缮（第 ${at + 1} 处）`) };
    const first: EventOf =
      place === 'listed' || place === 'begun'
        ? did.problemTakenOver({
            ...said,
            ...duties,
            foundOn,
            dueOn: due,
            list: { file: 'e'.repeat(64) as Digest, sheet: 1, row: nth + 2, number: null },
            status: place === 'listed' ? 'not-started' : 'in-progress',
            measure: null,
            cancelledOn: null,
            cancelNumber: null,
            asWritten: null,
          })
        : did.problemFound({ ...said, level: 'county', affects: [] });
    return [
      [foundOn, first],
      ...stepsTo(place, { problem, duties, due, sealed }).map(([after, event]): [CalendarDate, EventOf] => [
        daysAfter(foundOn, after),
        event,
      ]),
    ];
  });
  return { stream: `household-${id}` as StreamName, happenings: [['2015-01-01', takenOver(number, id)] as const, ...happenings.flat()] };
}

function takenOver(number: HouseholdNumber, id: string): EventOf {
  const member = `${id}-m1` as MemberId;
  const seal = sealedTo(`person-${member}` as Owner);
  return identificationEvents.householdTakenOver({
    source: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3 },
    number,
    standing: 'registered',
    attribute: 'general',
    mainCause: '01' as Code<'cause'>,
    county: number.slice(0, 6) as RegionCode,
    township: number.slice(0, 9) as RegionCode,
    village: number.slice(0, 12) as RegionCode,
    incomePerPersonFen: 250_000,
    dangerousHouse: false,
    safeWater: true,
    waterDifficulty: false,
    members: [
      {
        member,
        number: null,
        relation: 'head',
        name: seal('张三'),
        citizenNumber: seal('610426198001010017'),
        phone: null,
        hamlet: null,
        health: seal('healthy' as const),
        ethnicGroup: '01' as Code<'ethnic-group'>,
        schooling: null,
        pupil: 'none',
        labour: 'ordinary',
        work: null,
        seriousIllnessInsurance: true,
        asWritten: null,
      },
    ],
  });
}

/** Households whose next happenings are recorded in one go. */
const inOneGo = 2_000;

/** Records so many problems, three to a household, as an office would have in three years; half are struck off. Gives how many entries. */
export async function problemsLived(log: EventLog, problems: number, today: CalendarDate, cast: Cast, seed = 4): Promise<number> {
  const random = seeded(seed);
  let entries = 0;
  for (let nth = 0; nth < problems / 3; nth += inOneGo) {
    const households = Array.from({ length: Math.min(inOneGo, Math.ceil(problems / 3) - nth) }, (_, i) =>
      life(nth + i, Math.min(3, problems - 3 * (nth + i)), today, cast, random),
    );
    for (let step = 0; households.some(({ happenings }) => step < happenings.length); step++) {
      const commits = households.flatMap(({ stream, happenings }) => commitOf(stream, step, happenings[step], cast.handler));
      for (const outcome of await log.appendMany(commits)) if (outcome instanceof Error) throw outcome;
      entries += commits.length;
    }
  }
  return entries;
}

function commitOf(
  stream: StreamName,
  expected: number,
  happening: readonly [CalendarDate, EventOf] | undefined,
  actedBy: Holder,
): Commit[] {
  if (!happening) return [];
  const [effectiveOn, event] = happening;
  const recordedBy = { account: 'seed' as AccountId };
  const by = { effectiveOn, mode: 'act', actedBy, recordedBy, reads: [], evidence: [], breaches: [] } as const;
  return [{ stream, expected, key: `seed/${expected}` as CommandKey, body: 'seed' as BodyDigest, by, events: [event] }];
}
