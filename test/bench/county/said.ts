import { assistanceEvents as assists, type Helper } from '@lookback/case/assistance';
import { type Guarantee, identificationEvents as identifies, type MemberId, type MemberSaid } from '@lookback/case/identification';
import { type ProblemNumber, rectificationEvents as rectifies } from '@lookback/case/rectification';
import { checkCharacter, type EventOf, sealedTo } from '@lookback/kernel';
import { nameDrawn } from '../names/county.js';
import type { Home } from './home.js';
import { dayOf } from './commit.js';
import type { Kind } from './plan.js';

const code = (text: string) => text as never;
const standings = ['registered', 'exited', 'exited', 'returned'] as const;
const attributes = ['general', 'general', 'allowance', 'five-guarantees'] as const;
const classes = ['identification', 'exit', 'assistance', 'policy', 'funds', 'violations'];
const sources = ['self-check', 'public-report', 'unannounced-visit', 'county-quarterly-assessment', 'city-supervision'];
/** What is looked at every half year. */
const checked: readonly Guarantee[] = ['education', 'health', 'housing', 'water', 'food'];

/** A member: what identifies one is sealed to that one. */
function member({ number, nth, below }: Home, i: number): MemberSaid {
  const id = `${number}${String(i).padStart(2, '0')}`;
  const seal = sealedTo(code(`person-${id}`));
  const person = nth * 10 + i;
  const seventeen = `610426${1940 + (Math.floor(person / 1_000) % 60)}${String(1 + Math.floor(person / 60_000)).padStart(2, '0')}03${String(person % 1_000).padStart(3, '0')}`;
  return {
    member: code(id),
    number: code(id),
    relation: i === 0 ? 'head' : 'son',
    name: seal(nameDrawn(() => below(1_000_000) / 1_000_000, i === 0)),
    citizenNumber: seal(seventeen + checkCharacter(seventeen)),
    phone: i === 0 ? seal(`138${String(nth).padStart(8, '0')}`) : null,
    hamlet: seal(`${1 + below(9)}组`),
    health: seal(below(5) > 0 ? ('healthy' as const) : ('chronic-illness' as const)),
    ethnicGroup: code('01'),
    schooling: 'primary',
    pupil: 'none',
    labour: 'ordinary',
    work: null,
    seriousIllnessInsurance: true,
    asWritten: null,
  };
}

/** The list brings it: its people and how it stands. */
function takenOver(home: Home): EventOf {
  const { number, nth, place, below } = home;
  return identifies.householdTakenOver({
    source: { file: code(`sha256:${'0'.repeat(64)}`), sheet: 1, row: nth + 2 },
    number,
    ...place,
    standing: standings[below(4)] ?? 'registered',
    attribute: attributes[below(4)] ?? 'general',
    mainCause: code(String(1 + below(12)).padStart(2, '0')),
    incomePerPersonFen: 150_000 + below(200_000),
    dangerousHouse: below(10) < 3,
    safeWater: below(10) < 7,
    waterDifficulty: false,
    members: Array.from({ length: home.size }, (_, i) => member(home, i)),
  });
}

const opened = (home: Home): EventOf =>
  identifies.householdOpened({
    basis: 'application',
    ...home.place,
    hamlet: home.seal('1组'),
    residence: 'both',
    members: Array.from({ length: home.size }, (_, i) => member(home, i)),
  });

function income({ size, below }: Home, year: number): EventOf {
  const wageFen = size * (200_000 + below(1_000_000));
  return identifies.incomeAssessed({
    period: { from: `${2014 + year}-01-01`, to: `${2014 + year}-12-31` },
    lineYear: 2014 + year,
    persons: size,
    wageFen,
    businessFen: 50_000,
    transferFen: 0,
    propertyFen: 0,
    costsFen: 20_000,
    netFen: wageFen + 30_000,
    perPersonFen: Math.floor((wageFen + 30_000) / size),
  });
}

const living = ({ below }: Home): EventOf =>
  identifies.livingConditionsSurveyed({
    electricity: true,
    fuel: 'coal',
    sanitaryToilet: below(2) > 0,
    accessRoad: 'gravel',
    roadMetres: below(3_000),
    housingSquareMetres: 20 + below(100),
    waterDifficulty: false,
    safeWater: below(10) < 8,
    arableCentimu: 450,
    forestCentimu: 0,
    cooperative: below(2) > 0,
  });

const guarantee = (nth: number, met: boolean): EventOf => {
  const kind = checked[nth] as Guarantee;
  return identifies.guaranteeChecked({ kind, met, grade: kind === 'housing' ? (met ? 'A' : 'C') : null });
};

const visited = ({ below, seal }: Home): EventOf =>
  assists.homeVisited({
    place: 'home',
    checklist: [{ topic: 'water', inOrder: below(10) > 0 }],
    capturedAt: null,
    findings: seal('房屋完好，饮水正常；户主称孩子九月入学。'),
  });

const helper = ({ helps }: Home, which: 0 | 1): Helper => ({ ...helps[which], rank: code('cadre') });

/** What a happening of a household says; corrections and reports are made of these. */
export const said: Readonly<
  Record<Exclude<Kind, 'corrected' | 'struck out' | 'reported'>, (home: Home, nth: number, on: number) => EventOf>
> = {
  'taken over': takenOver,
  opened,
  numbered: ({ number }) => identifies.registryNumberGiven({ number, persons: [] }),
  income,
  met: (_, nth) => guarantee(nth, true),
  lost: (_, nth) => guarantee(nth, false),
  living,
  cause: ({ below }) => identifies.causeReclassified({ main: code(String(1 + below(12)).padStart(2, '0')), others: [] }),
  joined: (home) => identifies.memberJoined({ ...member(home, 9), relation: 'grandson', reason: 'born' }),
  left: ({ number, size }) =>
    identifies.memberLeft({ member: `${number}${String(size - 1).padStart(2, '0')}` as MemberId, reason: 'moved-away' }),
  paired: (home) => assists.helperPaired(helper(home, 0)),
  'handed over': (home) => assists.helperHandedOver({ from: home.helps[0].person, to: helper(home, 1) }),
  released: ({ helps }, nth) => assists.helperReleased({ person: helps[nth as 0 | 1].person }),
  visit: visited,
  'problem found': (home, nth) =>
    rectifies.problemFound({
      number: problem(home, nth),
      source: code(sources[home.below(5)] ?? ''),
      class: code(classes[home.below(6)] ?? ''),
      level: 'county',
      words: home.seal('屋顶漏雨，登记为已修缮'),
      affects: [],
    }),
  'problem handed over': (home, nth, on) =>
    rectifies.problemHandedOver({
      problem: problem(home, nth),
      responsible: { leader: home.helps[0].person, unit: home.helps[0].unit, staff: home.helps[1].person },
      measure: home.seal('修缮屋顶'),
      dueOn: dayOf(on + 60),
    }),
  'handover accepted': (home, nth) => rectifies.handoverAccepted({ problem: problem(home, nth) }),
  'measure taken': (home, nth) => rectifies.measureTaken({ problem: problem(home, nth), done: home.seal('已购材料') }),
  'rectification reported': (home, nth) => rectifies.rectificationReported({ problem: problem(home, nth), done: home.seal('屋顶已修好') }),
  'rectification verified': (home, nth) =>
    home.below(5) > 0
      ? rectifies.rectificationVerified({ problem: problem(home, nth), onSite: true })
      : rectifies.rectificationReturned({ problem: problem(home, nth), onSite: true, reason: home.seal('仍漏雨') }),
  'people asked': (home, nth) =>
    rectifies.peopleAsked({ problem: problem(home, nth), who: 'household', answer: 'satisfied', reason: null }),
  'number cancelled': (home, nth) =>
    rectifies.numberCancelled({
      problem: problem(home, nth),
      cancelNumber: code(`XH-${problem(home, nth)}`),
      identified: true,
      meetsRequirement: true,
    }),
};

const problem = ({ nth: household }: Home, nth: number) => `S-${household}-${nth}` as ProblemNumber;
