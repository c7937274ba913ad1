interface Waiter {
  readonly position: number;
  readonly arrive: () => void;
}

/** The read models had not come to a position in time. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
  constructor(
    readonly position: number,
    readonly at: number,
  ) {
    super(`the read models stand at ${String(at)}, not yet at ${String(position)}`);
  }
}

/** How far the read models have come, and who waits for more. */
export class PositionAwaiter {
  private at = 0;
  private readonly waiting = new Set<Waiter>();

  advance(position: number): void {
    this.at = position;
    for (const waiter of this.waiting) if (waiter.position <= position) waiter.arrive();
  }

  /** @throws NotReached after `timeoutMs` milliseconds. */
  reached(position: number, timeoutMs: number): Promise<void> {
    if (position <= this.at) return Promise.resolve();
    return new Promise((done, fail) => {
      const leave = (then: () => void) => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        then();
      };
      const waiter = {
        position,
        arrive: () => {
          leave(done);
        },
      };
      const timer = setTimeout(() => {
        leave(() => {
          fail(new NotReached(position, this.at));
        });
      }, timeoutMs);
      this.waiting.add(waiter);
    });
  }
}
