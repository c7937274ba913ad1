import { yieldToEventLoop } from './map-yielding.js';

interface PendingRequest<Answer> {
  readonly answer: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

interface BatchSource<Key, Answer> {
  /** Answers for each key, in their order. */
  readonly ask: (keys: readonly Key[]) => Promise<readonly Answer[]>;
  /** Whether an error would befall each key alike. Any other error fails only the requests for the key that is at fault. */
  readonly isOfAll: (error: unknown) => boolean;
}

/**
 * Asks for many keys in one go: while one batch is on its way the next gathers. There is no timer: a request that finds none on its
 * way waits for no more than a turn of the event loop. A batch begins after every request in it, so no answer is older than its
 * request; requests for the same key in one batch share an answer.
 */
export class RequestBatcher<Key, Answer> {
  private pending = new Map<Key, PendingRequest<Answer>>();
  private busy = false;

  constructor(private readonly source: BatchSource<Key, Answer>) {}

  load(key: Key): Promise<Answer> {
    const request = this.pending.get(key) ?? newRequest<Answer>();
    this.pending.set(key, request);
    if (!this.busy) void this.work();
    return request.answer;
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.pending.size > 0) {
      await yieldToEventLoop();
      const batch = this.pending;
      this.pending = new Map();
      await this.answer(batch);
    }
    this.busy = false;
  }

  private async answer(batch: ReadonlyMap<Key, PendingRequest<Answer>>): Promise<void> {
    try {
      const answers = await this.source.ask([...batch.keys()]);
      [...batch.values()].forEach(({ settle }, i) => { settle(answers[i] as Answer); }); // prettier-ignore
    } catch (error) {
      if (batch.size > 1 && !this.source.isOfAll(error)) await Promise.all([...batch].map((one) => this.answer(new Map([one]))));
      else for (const { fail } of batch.values()) fail(error);
    }
  }
}

function newRequest<Answer>(): PendingRequest<Answer> {
  let [settle, fail]: [PendingRequest<Answer>['settle'], PendingRequest<Answer>['fail']] = [() => undefined, () => undefined];
  const answer = new Promise<Answer>((...settlers) => ([settle, fail] = settlers));
  return { answer, settle, fail };
}
