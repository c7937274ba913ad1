import { cpus, totalmem } from 'node:os';
import type { Measured } from './measured.js';
import type { Goal, Ring, Row, Side } from './row.js';

/** A side with the medians of its runs. */
export interface SideTold {
  readonly side: string;
  readonly rate: number;
  readonly p50?: number | undefined;
  readonly p99?: number | undefined;
  readonly cpu: number;
  /** Against the peer, which is the first side. */
  readonly ratio: number;
  readonly goal?: number | undefined;
  readonly runs: readonly Measured[];
}

export interface RowTold {
  readonly row: string;
  readonly what: string;
  readonly met: boolean;
  readonly sides: readonly SideTold[];
}

/** Runs the sides of a row by turns, every second time in the other order, so that whatever else the machine does befalls all alike. */
export async function interleaved({ name, what, goal, sides }: Row, ring: Ring, say: (line: string) => void): Promise<RowTold> {
  const all = await sides(ring);
  const runs = new Map<Side, Measured[]>(all.map((side) => [side, []]));
  for (let repetition = 0; repetition < ring.size.repetitions; repetition++)
    for (const side of repetition % 2 ? [...all].reverse() : all) {
      const told = await side.once(repetition);
      say(`${name}: ${side.name} ${told.rate.toFixed(0)}/s`);
      runs.get(side)?.push(told);
    }
  const medians = all.map((side) => medianOf(side.name, runs.get(side) ?? []));
  const told = medians.map((side) => judged(side, medians[0] ?? side, goal));
  return { row: name, what, met: told.slice(told.length > 1 ? 1 : 0).every((side) => side.met), sides: told };
}

type Median = Omit<SideTold, 'ratio' | 'goal'>;

function medianOf(side: string, runs: readonly Measured[]): Median {
  const median = (figure: (run: Measured) => number | undefined) => {
    const values = runs.flatMap((run) => figure(run) ?? []).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  return {
    side,
    rate: median(({ rate }) => rate) ?? NaN,
    cpu: median(({ cpu }) => cpu) ?? NaN,
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
    runs,
  };
}

function judged(side: Median, peer: Median, goal: Goal): SideTold & { readonly met: boolean } {
  if ('flat' in goal) {
    const ratio = (side.p50 ?? NaN) / (peer.p50 ?? NaN);
    return { ...side, ratio, met: Math.abs(ratio - 1) <= goal.flat };
  }
  const ratio = side.rate / peer.rate;
  if ('atLeast' in goal) return { ...side, ratio, goal: goal.atLeast, met: side.rate >= goal.atLeast };
  const least = goal.times[side.side];
  return { ...side, ratio, goal: least, met: least === undefined || ratio >= least };
}

/** The machine, without a name. */
export const machine = () => ({ cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version });
