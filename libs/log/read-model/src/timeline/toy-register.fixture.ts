import { type Chapter, column, type EventOf, type Register, registerSource, kind } from '@lookback/kernel';
import { toy } from '../../../../kernel/src/random-histories.fixture.js';
import type { Drawing } from './timeline-drawn.fixture.js';

type Toy = typeof toy.initial;
interface Line {
  readonly amount: number;
  readonly last: number | null;
}

/** Rows that come and go: a problem is listed while its amount is above three; the whole while it has a trail of some lengths. */
const linesOf = ({ trail, problems }: Toy): (readonly [string, Line])[] => [
  ...Object.entries(problems).flatMap(([n, amount]) => (amount > 3 ? [[`p${n}`, { amount, last: null }] as const] : [])),
  ...(trail.length % 3 > 0 ? [['whole', { amount: trail.length, last: trail.at(-1) ?? null }] as const] : []),
];

const register: Register<Line> = {
  name: 'toys',
  called: { en: 'toys', zh: '玩具' },
  columns: {
    amount: column(kind.whole, { en: 'amount', zh: '数量' }, ({ amount }) => amount),
    last: column(kind.whole, { en: 'last', zh: '末次' }, ({ last }) => last),
  },
  groups: { last: ['last'] },
  order: ['amount'],
};

/** The kernel's toy in a register: the whole, and one column alone. */
export const toyDrawing: Drawing = {
  chapter: toy as unknown as Chapter<unknown, EventOf>,
  source: registerSource<Toy, Line>({ register, reads: ({ trail, problems }) => [trail, problems], rows: linesOf }),
};
