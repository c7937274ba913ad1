import { breachOf, type CommandContext, type StreamName } from '@lookback/kernel';
import { Inject, Injectable } from '@nestjs/common';
import {
  CachedStream,
  type Commit,
  entryId,
  EventLog,
  IdempotencyKeyReused,
  LogBusy,
  type Outcome,
  StreamCache,
  WrongExpectedRevision,
} from '@lookback/log/event-log';
import { Keys } from '@lookback/log/vault';
import { setTimeout as pause } from 'node:timers/promises';
import type { Decided, Trial } from './amending.js';
import { bodyOf, keysOf } from './command-keys.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { CommandDecider } from './command-decider.js';
import { leasesOver } from './lease.js';
import { Parts } from './parts.js';
import type { AlreadyThere, Receipt } from './receipt.dto.js';
import { receipt, repeated } from './receipts.js';
import { type Place, Redecision } from './redecision.js';
import type { CommandRequest } from './submission.js';
import { routeOf, streamOf } from './subject.js';
import { Turns } from './turns.js';

/** Milliseconds for which a command is decided anew where others record in the same stream. */
const patience = 10_000;
/** Milliseconds between two tries, at most. */
const mostPause = 20;

/**
 * Where every command is decided: take the history, look up the key, ask the rules, append.
 * Throws a Refusal, RightMissing, SubjectAbsent, IdempotencyKeyReused, WrongExpectedRevision or LogUnavailable; then nothing was recorded.
 */
@Injectable()
export class Desk {
  private readonly turns = new Turns<StreamName>();

  constructor(
    private readonly log: EventLog,
    private readonly histories: StreamCache,
    private readonly keys: Keys,
    private readonly attribution: CommandContextResolver,
    private readonly decided: CommandDecider,
    private readonly redecision: Redecision,
    @Inject(Parts) private readonly parts: Pick<Parts, 'isConfidential'>,
  ) {}

  /**
   * One command. Where the stream moved meanwhile it is decided anew until it is recorded or refused by a rule, unless the asker named
   * the revision that it rests on; commands that meet on one stream go one after another. Throws LogBusy where that took too long.
   */
  async submit(request: CommandRequest): Promise<Receipt> {
    const receipt = await this.inTurn(request, streamOf(request.subject, request.id));
    if (!receipt) throw new LogBusy();
    if (request.subject.isLeased) await leasesOver(); // whoever comes next does not wait for them
    return receipt;
  }

  /** Undefined where it took too long. */
  private async inTurn(request: CommandRequest, stream: StreamName): Promise<Receipt | undefined> {
    if (request.ifRevision !== undefined) return this.once(request, stream);
    const until = performance.now() + patience;
    return this.turns.take(stream, patience, () => this.untilRecorded(request, stream, until));
  }

  private async untilRecorded(request: CommandRequest, stream: StreamName, until: number): Promise<Receipt | undefined> {
    while (performance.now() < until) {
      const receipt = await this.unlessMoved(request, stream);
      if (receipt) return receipt;
      await pause(Math.random() * mostPause); // another process has the stream; two of one step would meet again and again
    }
    return undefined;
  }

  /** Undefined where the stream moved. */
  private async unlessMoved(request: CommandRequest, stream: StreamName): Promise<Receipt | undefined> {
    try {
      return await this.once(request, stream);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /** On the stream as it is kept, where it is: the log then says whether it moved. What comes to nothing so is decided as the log has it. */
  private async once(request: CommandRequest, stream: StreamName): Promise<Receipt> {
    const kept = this.histories.kept(stream);
    const isSeen = kept && (request.ifRevision ?? kept.entries.length) === kept.entries.length;
    const receipt = isSeen ? await this.unlessOutdated(request, kept) : undefined;
    if (receipt) return receipt;
    const known = await this.histories.load(stream);
    return this.record(request, known, await this.prepare(request, known));
  }

  /** Undefined where a rule refuses on what is kept, or the stream moved. */
  private async unlessOutdated(request: CommandRequest, kept: CachedStream): Promise<Receipt | undefined> {
    const prepared = await this.prepare(request, kept).catch(() => undefined);
    if (prepared === undefined) return undefined;
    try {
      return await this.record(request, kept, prepared);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /**
   * Many commands of different subjects in one round trip, each standing or falling by itself:
   * its receipt, or the error that refused it. `alreadyThere` says that the same command was answered before.
   */
  async submitMany(many: readonly CommandRequest[]): Promise<(Receipt | AlreadyThere | Error)[]> {
    const prepared = await this.prepareMany(many);
    const commits = prepared.flatMap((one) => ('commit' in one ? [one.commit] : []));
    const outcomes = (await this.log.appendMany(commits))[Symbol.iterator]();
    if (many.some(({ subject }) => subject.isLeased)) await leasesOver();
    return prepared.map((one, i) => {
      const { id } = many[i] as CommandRequest;
      if (one instanceof Error) return one;
      if (!('commit' in one)) return { alreadyThere: true, id };
      const outcome = outcomes.next().value as Outcome;
      return outcome instanceof Error ? outcome : receipt(id, outcome, one.commit);
    });
  }

  /** What `submitMany` would answer now, and nothing is recorded: a receipt then has no position and no entries. */
  async tryMany(many: readonly CommandRequest[]): Promise<(Receipt | AlreadyThere | Error)[]> {
    return (await this.prepareMany(many)).map((one, i) => {
      const { id } = many[i] as CommandRequest;
      if (one instanceof Error) return one;
      return 'commit' in one ? { id, revision: one.commit.expected, position: 0, events: [] } : { alreadyThere: true, id };
    });
  }

  private async prepareMany(many: readonly CommandRequest[]): Promise<(Prepared | Error)[]> {
    const histories = await this.log.readStreams(many.map(({ subject, id }) => streamOf(subject, id)));
    return Promise.all(many.map((request, i) => this.prepare(request, CachedStream.from(histories[i] ?? [])).catch(asError)));
  }

  private async record(request: CommandRequest, known: CachedStream, prepared: Prepared): Promise<Receipt> {
    if ('answered' in prepared) return prepared.answered;
    const { commit } = prepared;
    const appended = await this.log.append(commit);
    this.histories.grow(commit.stream, known, appended);
    return receipt(request.id, appended, commit);
  }

  /** What a command would come to, and nothing is recorded. Throws what would refuse it. */
  async tryOut(request: CommandRequest): Promise<Trial> {
    const known = await this.histories.load(streamOf(request.subject, request.id));
    const { events, broken, after } = await this.decideOn(request, known);
    return { events, broken, before: known.history, after: after() };
  }

  private async decideOn(request: CommandRequest, known: CachedStream): Promise<Decided & { readonly context: CommandContext }> {
    const context = await this.attribution.resolve(request, known.history);
    const { subject, id } = request;
    const others: Place['others'] = (line, command) => this.attribution.elsewhere(request, line, command, known.history);
    const decided = await this.decided.decide(request, known.history, context, (original, wanted) =>
      this.redecision.again({ subject, id, known, today: context.today, others }, original, wanted),
    );
    await this.attribution.namesNoStranger(request, decided.events);
    await this.attribution.wantsWhatIsThere(request, decided.events, known.history);
    return { ...decided, context };
  }

  private async prepare(request: CommandRequest, known: CachedStream): Promise<Prepared> {
    const { entries, history } = known;
    const { subject, id, ifRevision } = request;
    const [key, ...formerKeys] = keysOf(request);
    const [body, ...olderBodies] = this.keys.bodyDigests(bodyOf(request));
    const before = entries.filter((entry) => entry.key === key || formerKeys.includes(entry.key));
    const { fromList } = routeOf(subject, request.command);
    // The key of what a list brings is its content, and nobody's own: who may not know of the subject is not told that it is there.
    if (before.length > 0 && fromList) await this.attribution.mayAsk(request, history);
    if (before.length > 0) {
      const isOther = before.some((entry) => entry.body !== body && !olderBodies.includes(entry.body));
      if (isOther && !fromList) throw new IdempotencyKeyReused(streamOf(subject, id), key);
      return { answered: repeated(id, before) };
    }
    const { context, events, broken } = await this.decideOn(request, known);
    const { today: _today, standards: _standards, subject: stream, others: _others, newId: _newId, ...attribution } = context;
    const correlationId = this.decided.correlation(events, history, (n) => entryId(stream, key, n));
    // What rests on something confidential does not name it: the entry may be read where that is not known.
    const reads = attribution.reads.filter((read) => !this.parts.isConfidential(read.stream));
    const by = { ...attribution, reads, ...(correlationId && { correlationId }), breaches: broken.map(breachOf) };
    return { commit: { stream, expected: ifRevision ?? entries.length, key, body, by, events } };
  }
}

type Prepared = { readonly answered: Receipt } | { readonly commit: Commit };

const asError = (error: unknown): Error => {
  if (error instanceof Error) return error;
  throw error;
};
