import { HttpException } from '@nestjs/common';
import { refuse } from './heavy.rules.js';

/** The client is not there any more to be answered. */
export class ReaderLeft extends HttpException {
  constructor() {
    super('the client has left', 499);
  }
}

/** Seconds after which a client that was turned away may ask again. */
export const comeAgain = 5;

interface Most {
  readonly own: number;
  readonly all: number;
}

interface Waiting {
  readonly account: string;
  readonly admit: () => void;
}

/** Places for reads of which few may run at once. A read that finds none waits a while; an account that has its own full keeps no other waiting. */
export class HeavyPlaces {
  private readonly held = new Map<string, number>();
  private readonly waiting = new Set<Waiting>();
  private all = 0;

  /** @param patience milliseconds that somebody waits. */
  constructor(
    private readonly most: Most,
    private readonly patience: number,
  ) {}

  /**
   * Settles with how to give the place back.
   * @throws a Refusal `reads.own-at-once` or `reads.all-at-once` where none was free in time, ReaderLeft
   */
  async take(account: string, left: AbortSignal): Promise<() => void> {
    if (left.aborted) throw new ReaderLeft();
    if (this.hasRoom(account)) this.enter(account);
    else await this.turn(account, left);
    return () => {
      this.leave(account);
    };
  }

  private async turn(account: string, left: AbortSignal): Promise<void> {
    const isAdmitted = await new Promise<boolean>((settle) => {
      const end = (admitted: boolean) => {
        clearTimeout(timer);
        left.removeEventListener('abort', away);
        this.waiting.delete(waiting);
        if (admitted) this.enter(account);
        settle(admitted);
      };
      const waiting = { account, admit: () => { end(true); } }; // prettier-ignore
      const away = () => { end(false); }; // prettier-ignore
      const timer = setTimeout(away, this.patience);
      left.addEventListener('abort', away);
      this.waiting.add(waiting);
    });
    if (left.aborted && !isAdmitted) throw new ReaderLeft();
    if (isAdmitted) return;
    const { own, all } = this.most;
    if (this.heldBy(account) >= own) refuse('reads.own-at-once', { most: own, seconds: comeAgain });
    refuse('reads.all-at-once', { most: all, seconds: comeAgain });
  }

  private hasRoom(account: string): boolean {
    return this.all < this.most.all && this.heldBy(account) < this.most.own;
  }

  private heldBy(account: string): number {
    return this.held.get(account) ?? 0;
  }

  private enter(account: string): void {
    this.all++;
    this.held.set(account, this.heldBy(account) + 1);
  }

  private leave(account: string): void {
    this.all--;
    const left = this.heldBy(account) - 1;
    if (left > 0) this.held.set(account, left);
    else this.held.delete(account);
    for (const one of this.waiting) if (this.hasRoom(one.account)) one.admit();
  }
}
