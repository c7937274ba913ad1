import { seeded } from '../../support/random-lives.js';
import { nameDrawn } from '../names/county.js';
import type { Asked } from './moments.js';

/** What is asked of a register, over HTTP as the console asks it. */
export interface Question {
  readonly what: string;
  /** Milliseconds within which 95 of 100 answers must come, at 13,634 and at 100,000 households; of counts 99. */
  readonly goal: readonly [number, number];
  /** The path for a point on the two clocks. */
  readonly path: (asked: Asked) => string;
  /** Sent with it, where what is sought may stand in no address. */
  readonly body?: (asked: Asked) => object;
}

type Said = Readonly<Record<string, string>>;
const list = [100, 200] as const;
const counts = [50, 300] as const;
const changes = [200, 200] as const;

/** The columns that the console begins with. */
const shown: Readonly<Record<string, string>> = {
  households: 'number,head,standing,attribute,township,village,mainCause,people,incomePerPersonFen,openProblems',
  problems: 'number,status,class,village,foundOn,dueOn,leader,unit,staff,cancelledOn',
  helpers: 'person,unit,rank,township,village,startedOn,endedOn,lasts',
};

const path = (register: string, said: Said, under = '') => `/registers/${register}${under}?${new URLSearchParams(said).toString()}`;
const listed = (register: string, said: Said) => path(register, { columns: shown[register] ?? '', ...said });
const then = ({ at, known }: Asked): Said => ({ at, known: `@${known}` });

/** Asked of the newest of everything, as lists mostly are. */
const today = (register: string, what: string, of: (asked: Asked) => Said): Question => ({
  what: `${register} today: ${what}`,
  goal: list,
  path: (asked) => listed(register, of(asked)),
});

/** The same at any (E, R). */
const anyTime = (register: string, what: string, of: (asked: Asked) => Said): Question => ({
  what: `${register} at (E, R): ${what}`,
  goal: list,
  path: (asked) => listed(register, { ...then(asked), ...of(asked) }),
});

const both = (register: string, what: string, of: (asked: Asked) => Said): Question[] => [
  today(register, what, of),
  anyTime(register, what, of),
];

/** Who is asked for by person and unit: some who really have duties. */
export interface Officers {
  readonly people: readonly string[];
  readonly units: readonly string[];
}

const oneOf = (some: readonly string[], { drawn }: Asked) => some[Math.floor(drawn * some.length)] ?? '';

/** Each with 100 random points. */
export const questionsOf = ({ people, units }: Officers): Question[] => [
  ...both('households', 'township and standing, by number', ({ township }) => ({ township, standing: 'exited', order: 'number' })),
  ...both('households', 'whole county, highest income first', () => ({ order: '-incomePerPersonFen' })),
  ...both('households', 'income up to 3,000 yuan, without water, by people', () => ({
    incomePerPersonFen: '..300000',
    water: 'false',
    order: '-people,number',
  })),
  ...both('households', 'in the middle of the county, by number', ({ township, drawn }) => ({
    number: `${township}${drawn < 0.5 ? '2' : '20'}`,
    order: 'number',
  })),
  ...both('households', 'township, with helpers of a unit', (asked) => ({
    township: asked.township,
    with: 'helpers',
    'helpers.unit': oneOf(units, asked),
  })),
  ...both('households', 'township, without problems', ({ township }) => ({ township, without: 'problems' })),
  ...both('problems', 'class and status, newest first', () => ({ class: 'exit', status: 'accepted,reported', order: '-foundOn' })),
  ...both('problems', 'unit, by limit', (asked) => ({ unit: oneOf(units, asked), order: 'dueOn' })),
  ...both('problems', 'leader', (asked) => ({ leader: oneOf(people, asked) })),
  ...both('problems', 'overdue, in a township', ({ township }) => ({ township, overdue: 'true' })),
  ...both('problems', 'limit in a quarter', () => ({ dueOn: '2018-01-01..2018-03-31', order: 'dueOn' })),
  ...both('helpers', 'person', (asked) => ({ person: oneOf(people, asked) })),
  ...both('helpers', 'township and unit, by first day', (asked) => ({
    township: asked.township,
    unit: oneOf(units, asked),
    order: '-startedOn',
  })),
  {
    what: 'households today: by the beginning of a name',
    goal: [50, 50],
    path: () => '/registers/households/search',
    body: ({ drawn }) => ({
      columns: shown['households'],
      text: nameDrawn(seeded(drawn * 1e9), true).slice(0, 2),
    }),
  },
  {
    what: 'counts at (E, R): households by township and standing',
    goal: counts,
    path: (asked) => path('households', { ...then(asked), by: 'township,standing' }, '/counts'),
  },
  {
    what: 'counts at (E, R): problems by class and status',
    goal: counts,
    path: (asked) => path('problems', { ...then(asked), by: 'class,status' }, '/counts'),
  },
  {
    what: 'receipts at (E, R): of a township and standing',
    goal: list,
    path: (asked) =>
      path('households', { ...then(asked), township: asked.township, standing: 'exited', by: 'township,standing' }, '/receipts'),
  },
  ...(['households', 'problems', 'helpers'] as const).flatMap((register): Question[] => [
    {
      what: `${register} changed since 1,000 entries`,
      goal: changes,
      path: (asked) => listed(register, { ...then(asked), since: `@${Math.max(1, asked.known - 1_000)}` }),
    },
    {
      what: `${register} changed since a day`,
      goal: changes,
      path: (asked) => listed(register, { ...then(asked), since: `@${asked.dayBefore}` }),
    },
  ]),
];
