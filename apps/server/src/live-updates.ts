import { Projector } from '@lookback/log/read-model';
import { Clock } from '@lookback/office/desk';
import { type BeforeApplicationShutdown, Injectable, type MessageEvent } from '@nestjs/common';
import {
  catchError,
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
  ) {}

  /** How it stands, at once and whenever it has moved; `still` between. Ends with the token, or with the server. */
  follow(): Observable<MessageEvent> {
    const messages = this.moves.pipe(map((data) => ({ data })));
    const still = interval(this.pace.breatheEvery).pipe(map(() => ({ type: 'still', data: '' })));
    return merge(messages, still).pipe(takeUntil(merge(this.over, timer(this.pace.followedFor))));
  }

  /** Lines that stay open would hold the server. */
  beforeApplicationShutdown(): void {
    this.over.next();
  }

  private async look(): Promise<LiveShown> {
    const models = await this.projector.status();
    const position = Math.max(0, ...models.map(({ head }) => head));
    return { position, lag: Math.max(0, ...models.map(({ lag }) => lag)), today: this.clock.today() };
  }
}
