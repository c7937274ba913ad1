/** What one run of one contender showed. */
export interface Measured {
  readonly operations: number;
  /** Operations a second. */
  readonly rate: number;
  /** Milliseconds that half, and all but one in a hundred, of the operations took at most; absent where it was one long operation. */
  readonly p50?: number;
  readonly p99?: number;
  /** Microseconds of this process's CPU an operation. */
  readonly cpu: number;
  /** Whatever else a row wants told. */
  readonly [also: string]: unknown;
}

/** Times something that says how many operations it was. */
export async function timed(doing: () => Promise<number>): Promise<Measured> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const operations = await doing();
  return { operations, ...perOperation(operations, performance.now() - began, process.cpuUsage(cpu)) };
}

interface Load {
  /** How many ask at once, each as soon as it was answered. */
  readonly clients: number;
  readonly seconds: number;
}

/** Keeps so many clients busy for so long, after half a second that does not count. `one` is told which client asks, and its how-manieth it is. */
export async function underLoad({ clients, seconds }: Load, one: (client: number, nth: number) => Promise<unknown>): Promise<Measured> {
  const latencies: number[] = [];
  let phase: 'warming' | 'measuring' | 'over' = 'warming';
  const client = async (number: number) => {
    for (let nth = 0; phase !== 'over'; nth++) {
      const began = performance.now();
      await one(number, nth);
      if (phase === 'measuring') latencies.push(performance.now() - began);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await after(500);
  phase = 'measuring';
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await after(seconds * 1_000);
  phase = 'over';
  const told = perOperation(latencies.length, performance.now() - began, process.cpuUsage(cpu));
  await all;
  return { operations: latencies.length, ...told, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** Times one after another until they were so many operations; `one` says how many it was. */
export async function latencies(operations: number, one: (nth: number) => Promise<number>): Promise<Measured> {
  const took: number[] = [];
  const told = await timed(async () => {
    let done = 0;
    for (let nth = 0; done < operations; nth++) {
      const began = performance.now();
      done += await one(nth);
      took.push(performance.now() - began);
    }
    return done;
  });
  return { ...told, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

const after = (ms: number) => new Promise((done) => setTimeout(done, ms));

const perOperation = (operations: number, ms: number, { user, system }: NodeJS.CpuUsage) => ({
  rate: (operations / ms) * 1_000,
  cpu: (user + system) / operations,
});

function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
