import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that what is under way has to end by itself, and then to end once it is cut off: together less than supervisors wait. */
const grace = { begun: 6_000, cut: 3_000 } as const;

/** Something did not end, not even cut off: what is left of it ends with the process. */
export class StoppedShort extends Error {
  override readonly name = 'StoppedShort';
}

interface Stopping {
  /** What has to end, by name, one stage after the other. */
  readonly stages: readonly Readonly<Record<string, () => Promise<unknown>>>[];
  /** Cuts off what others hang on. */
  readonly cut: () => void;
  /** Told the names of what was not ended by then. */
  readonly onCut: (left: readonly string[]) => void;
}

/** Ends all of it, whatever hangs. @throws StoppedShort, and what one of it failed with */
export async function inTime({ stages, cut, onCut }: Stopping): Promise<void> {
  const left = new Set(stages.flatMap((stage) => Object.keys(stage)));
  const ended = (async () => {
    for (const stage of stages) await Promise.all(Object.entries(stage).map(([name, end]) => end().finally(() => left.delete(name))));
    return true;
  })();
  if (await Promise.race([ended, delay(grace.begun, false, { ref: false })])) return;
  onCut([...left]);
  cut();
  if (!(await Promise.race([ended, delay(grace.cut, false, { ref: false })]))) throw new StoppedShort([...left].join(', '));
}
