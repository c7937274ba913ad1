import { LogBusy } from '../../port/errors.js';

/** How many commits are on their way to the server at a time, and how many may wait for their turn. */
export const capacity = { underWay: 128, waiting: 8_192 } as const;

/** Holds back what the server could not take at once. */
export class InFlight {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  /** How many commits wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }

  /** @throws LogBusy where so many more would have to wait too long. An idle log takes any number. */
  requireRoom(commits: number): void {
    if (this.waiting.length > 0 && this.waiting.length + commits > capacity.waiting)
      throw new LogBusy(`${String(this.waiting.length)} commits wait to be recorded`);
  }

  async take<T>(doing: () => Promise<T>): Promise<T> {
    if (this.underWay >= capacity.underWay) await new Promise<void>((turn) => this.waiting.push(turn));
    else this.underWay++;
    try {
      return await doing();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay--;
    }
  }
}
