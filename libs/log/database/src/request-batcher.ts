import { setImmediate as turn } from 'node:timers/promises';

interface Asked<Answer> {
  readonly answer: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

interface Asking<Key, Answer> {
  /** Answers for each key, in their order. */
  readonly ask: (keys: readonly Key[]) => Promise<readonly Answer[]>;
  /** Whether an error would befall each key alike. One that does not fails those alone who asked for the key that is at fault. */
  readonly isOfAll: (error: unknown) => boolean;
}

/**
 * What many ask for, asked of the database in one go: while one asking is under way the next gathers. There is no timer: who comes
 * when none is under way waits for no more than the turn of the event loop. An asking begins after every question that it answers,
 * so no answer is older than its question; and whoever asks for the same in one go gets the same answer.
 */
export class RequestBatcher<Key, Answer> {
  private asked = new Map<Key, Asked<Answer>>();
  private busy = false;

  constructor(private readonly asking: Asking<Key, Answer>) {}

  load(key: Key): Promise<Answer> {
    const asked = this.asked.get(key) ?? newlyAsked<Answer>();
    this.asked.set(key, asked);
    if (!this.busy) void this.work();
    return asked.answer;
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.asked.size > 0) {
      await turn();
      const asked = this.asked;
      this.asked = new Map();
      await this.answer(asked);
    }
    this.busy = false;
  }

  private async answer(asked: ReadonlyMap<Key, Asked<Answer>>): Promise<void> {
    try {
      const answers = await this.asking.ask([...asked.keys()]);
      [...asked.values()].forEach(({ settle }, i) => { settle(answers[i] as Answer); }); // prettier-ignore
    } catch (error) {
      if (asked.size > 1 && !this.asking.isOfAll(error)) await Promise.all([...asked].map((one) => this.answer(new Map([one]))));
      else for (const { fail } of asked.values()) fail(error);
    }
  }
}

function newlyAsked<Answer>(): Asked<Answer> {
  let [settle, fail]: [Asked<Answer>['settle'], Asked<Answer>['fail']] = [() => undefined, () => undefined];
  const answer = new Promise<Answer>((...settlers) => ([settle, fail] = settlers));
  return { answer, settle, fail };
}
