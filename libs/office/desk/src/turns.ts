/** Does what is asked under one key one after another, in the order of asking; what is asked under different keys does not wait. */
export class Turns<Key> {
  private readonly last = new Map<Key, Promise<void>>();

  /** Whether somebody has the turn, or waits for it. */
  isTaken(key: Key): boolean {
    return this.last.has(key);
  }

  /** Settles as what is done settles. */
  async take<T>(key: Key, doing: () => Promise<T>): Promise<T> {
    const doneInTurn = (this.last.get(key) ?? Promise.resolve()).then(doing);
    const over = doneInTurn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(key, over);
    try {
      return await doneInTurn;
    } finally {
      if (this.last.get(key) === over) this.last.delete(key);
    }
  }
}
