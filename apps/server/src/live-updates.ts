import { Projector } from '@lookback/log/read-model';
import { Clock, Parts, type Principal, seesOf } from '@lookback/office/desk';
import { JournalQuery } from '@lookback/review/history';
import { type BeforeApplicationShutdown, Injectable, type MessageEvent } from '@nestjs/common';
import {
  catchError,
  concatMap,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  from,
  interval,
  map,
  merge,
  type Observable,
  ReplaySubject,
  share,
  Subject,
  takeUntil,
  timer,
} from 'rxjs';
import type { LiveShown } from '@lookback/application/queries';

/** How often the log is looked at, and how long it is followed, in milliseconds. */
@Injectable()
export class LivePace {
  /** Between two looks at the log, however many follow. */
  lookEvery = 1_000;
  /** So that nobody between server and browser takes a still line for a dead one. */
  breatheEvery = 25_000;
  /** As long as a token lasts: a client that goes on following shows a new one. */
  followedFor = 15 * 60_000;
}

/** How the log moves, for everybody who watches: one look at it serves them all. */
@Injectable()
export class LiveUpdates implements BeforeApplicationShutdown {
  private readonly over = new Subject<void>();
  private readonly moves: Observable<LiveShown> = defer(() => timer(0, this.pace.lookEvery)).pipe(
    // Nothing is told while the log is away.
    exhaustMap(() => from(this.look()).pipe(catchError(() => EMPTY))),
    distinctUntilChanged((a, b) => a.position === b.position && a.lag === b.lag && a.today === b.today),
    share({ connector: () => new ReplaySubject(1), resetOnRefCountZero: true }),
  );

  constructor(
    private readonly projector: Projector,
    private readonly clock: Clock,
    private readonly pace: LivePace,
    private readonly journal: JournalQuery,
    private readonly parts: Parts,
  ) {}

  /**
   * How it stands, at once and whenever it has moved by something that the account may see; `still` between. Ends with the token, or with
   * the server. Entries of confidential subjects move it for their circle only, once the read models have them.
   */
  follow(who: Principal): Observable<MessageEvent> {
    let told: LiveShown | null = null;
    const unlessHidden = async (now: LiveShown): Promise<LiveShown[]> => {
      if (told !== null && !(await this.isSeen(told, now, who))) return [];
      told = now;
      return [now];
    };
    const messages = this.moves.pipe(
      concatMap((now) => unlessHidden(now).catch(() => [])),
      concatMap((shown) => shown),
      map((data) => ({ data })),
    );
    const still = interval(this.pace.breatheEvery).pipe(map(() => ({ type: 'still', data: '' })));
    return merge(messages, still).pipe(takeUntil(merge(this.over, timer(this.pace.followedFor))));
  }

  /** Lines that stay open would hold the server. */
  beforeApplicationShutdown(): void {
    this.over.next();
  }

  private async isSeen(told: LiveShown, now: LiveShown, who: Principal): Promise<boolean> {
    const hidden = this.parts.subjects.filter(({ name }) => this.parts.isConfidential(`${name}-`)).map(({ name }) => name);
    if (hidden.length === 0 || now.position === told.position || now.today !== told.today) return true;
    if (await this.journal.hasOthersThan(hidden, told.position, now.position)) return true;
    const moved = { recordedAfter: told.position, recordedUpTo: now.position };
    return (await this.journal.find(moved, seesOf(who, this.parts.subjects), { limit: 1 })).length > 0;
  }

  private async look(): Promise<LiveShown> {
    const models = await this.projector.status();
    const position = Math.max(0, ...models.map(({ head }) => head));
    return { position, lag: Math.max(0, ...models.map(({ lag }) => lag)), today: this.clock.today() };
  }
}
