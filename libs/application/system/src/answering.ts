/** How a service is: it answers, cannot be reached, or was reached and says nothing. */
export type Liveness = 'up' | 'away' | 'silent';

/** Looks without an answer after which it is taken for silence, and after which the question is given up and asked anew. */
const looks = { silent: 5, givenUp: 10 } as const;

/**
 * Whether a service answers, as it was found last: at each look, unless it is being asked already. Looks are counted, not time: a process
 * that was busy with something else has not heard the answer yet, and looks no more often for that.
 */
export class Answering<Good extends string = 'up'> {
  /** Nobody was asked yet. */
  state: Good | Liveness | 'unknown' = 'unknown';
  private asking: symbol | undefined;
  private looks = 0;

  /** @param ask answers how the service is; rejects where it cannot be reached. */
  constructor(private readonly ask: () => Promise<Good | Liveness>) {}

  get isDown(): boolean {
    return this.state === 'away' || this.state === 'silent';
  }

  /** Settles when this look was answered, or found that an earlier one is not yet. */
  async look(): Promise<void> {
    if (this.asking) {
      this.looks++;
      if (this.looks >= looks.silent) this.state = 'silent';
      if (this.looks < looks.givenUp) return;
    }
    const asking = (this.asking = Symbol());
    this.looks = 0;
    const found = await this.ask().catch((): Liveness => 'away');
    if (this.asking !== asking) return;
    this.asking = undefined;
    if (found !== 'silent' || this.looks > 0) this.state = found;
  }
}
