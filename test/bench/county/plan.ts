import { seeded } from '../../support/random-lives.js';

/** Days since 2014-01-01: the last on which anything is recorded is 2020-12-31. */
export const lastDay = 2_556;

/** What may happen to a household. `nth` of a happening says which of its kind: a year, a guarantee, a problem. */
export type Kind =
  | 'taken over'
  | 'opened'
  | 'numbered'
  | 'income'
  | 'met'
  | 'lost'
  | 'living'
  | 'cause'
  | 'joined'
  | 'left'
  | 'paired'
  | 'handed over'
  | 'released'
  | 'visit'
  | 'corrected'
  | 'struck out'
  | 'reported'
  | (typeof problemSteps)[number][1];

/** How a problem goes on, by days after it was found; of some it ends earlier, or one step stands for another. */
export const problemSteps = [
  [0, 'problem found'],
  [3, 'problem handed over'],
  [5, 'handover accepted'],
  [20, 'measure taken'],
  [40, 'rectification reported'],
  [50, 'rectification verified'],
  [55, 'people asked'],
  [60, 'number cancelled'],
] as const;

/** Something that took effect on one day and was recorded on another, both in days since 2014-01-01. */
export interface Happening {
  readonly on: number;
  readonly recorded: number;
  readonly kind: Kind;
  readonly nth: number;
}

/** How much happens to a household of so many entries, from what happens to one of 198 in seven years. */
const share = (entries: number, of198: number, random: () => number): number => Math.floor((of198 * entries) / 198 + random());

/**
 * Seven years of a household in so many entries, in the order of recording; the same for the same seed. Most visits and checks find what was
 * known. Of facts a fifth are told within a week, a tenth 8 to 200 days late; two are corrected or struck out, one is reported and confirmed.
 */
export function planOf(household: number, entries: number, seed: number): Happening[] {
  const random = seeded(seed * 1_000_003 + household);
  const below = (most: number) => Math.floor(random() * most);
  const plan: Happening[] = [];
  const late = () => (random() < 0.7 ? 0 : random() < 0.67 ? 1 + below(7) : 8 + below(193));
  const tell = (on: number, kind: Kind, nth = 0, delay = late()) => plan.push({ on, recorded: Math.min(on + delay, lastDay), kind, nth });
  const anyDay = () => 1 + below(lastDay);
  const some = (of198: number) => share(entries, of198, random);

  if (random() < 0.95) tell(0, 'taken over', 0, 0);
  else {
    tell(0, 'opened', 0, 0);
    tell(40 + below(300), 'numbered', 0, below(9));
  }
  for (let year = 0, years = Math.max(1, some(7)); year < years; year++)
    tell(((7 - year) * 365 - 1 - below(20)) % lastDay, 'income', 6 - year);
  const halfYears = Math.max(1, some(13));
  for (let kind = 0; kind < guarantees; kind++) {
    let met = random() < 0.5;
    for (let half = 0; half < halfYears; half++) {
      if (random() < (met ? 0.03 : 0.2)) met = !met;
      tell(Math.floor((half * lastDay) / halfYears) + 1 + below(150), met ? 'met' : 'lost', kind);
    }
  }
  for (let n = some(7); n > 0; n--) tell(anyDay(), 'living');
  const paired = 20 + below(300);
  tell(paired, 'paired', 0, 0);
  const last = random() < entries / 198 ? 1 : 0;
  if (last === 1) tell(paired + 700 + below(900), 'handed over', 0, below(9));
  if (random() < 0.1) tell(lastDay - below(200), 'released', last, below(9));
  if (random() < 0.5) tell(anyDay(), 'joined');
  if (random() < 0.2) tell(anyDay(), 'left');
  if (random() < 0.3) tell(anyDay(), 'cause');
  for (let nth = some(2) - 1; nth >= 0; nth--) {
    const [found, ends] = [200 + below(2_356), random() < 0.85 ? problemSteps.length : 1 + below(problemSteps.length)];
    for (const [after, kind] of problemSteps.slice(0, ends)) if (found + after <= lastDay) tell(found + after, kind, nth, below(3));
  }
  const amended = [some(2), some(1)] as const;
  while (plan.length < entries - 2 * (amended[0] + amended[1])) tell(anyDay(), 'visit', 0, below(4));
  for (let n = amended[0]; n > 0; n--) tell(anyDay(), random() < 0.2 ? 'struck out' : 'corrected', below(900), 30 + below(300));
  for (let n = amended[1]; n > 0; n--) tell(anyDay(), 'reported', 0, 5 + below(60));
  return inOrder(plan);
}

/** As they are recorded; the first stays the first. */
const inOrder = ([first, ...rest]: readonly Happening[]): Happening[] =>
  first ? [first, ...rest.sort((a, b) => a.recorded - b.recorded)] : [];

/** How many guarantees are looked at: see `checked` in said.ts. */
const guarantees = 5;
