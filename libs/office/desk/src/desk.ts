import type { StreamName } from '@lookback/kernel';
import { Injectable } from '@nestjs/common';
import {
  CachedStream,
  type CommandKey,
  type Commit,
  EventLog,
  IdempotencyKeyReused,
  LogBusy,
  type Outcome,
  StreamCache,
  WrongExpectedRevision,
} from '@lookback/log/event-log';
import { Keys } from '@lookback/log/vault';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandContextResolver } from './command-context-resolver.js';
import { CommandDecider } from './command-decider.js';
import type { Receipt } from './receipt.dto.js';
import { receipt, repeated } from './receipts.js';
import { stable } from './stable.js';
import type { Actor } from './principal.js';
import type { CommandRequest } from './submission.js';
import { routeOf, streamOf } from './subject.js';
import { Turns } from './turns.js';

/** Milliseconds for which a command is decided anew where others record in the same stream. */
const patience = 10_000;
/** Milliseconds between two tries, at most. */
const mostPause = 20;

/** A list brought a subject that is there already. */
export interface AlreadyThere {
  readonly alreadyThere: true;
  readonly id: string;
}

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
  ) {}

  /**
   * One command. Where the stream moved meanwhile it is decided anew until it is recorded or refused by a rule, unless the asker named
   * the revision that it rests on; commands that meet on one stream go one after another. Throws LogBusy where that took too long.
   */
  async submit(asked: CommandRequest): Promise<Receipt> {
    const stream = streamOf(asked.subject, asked.id);
    if (asked.ifRevision !== undefined) return this.once(asked, stream);
    const until = performance.now() + patience;
    return (await this.turns.take(stream, patience, () => this.untilRecorded(asked, stream, until))) ?? tooLong();
  }

  private async untilRecorded(asked: CommandRequest, stream: StreamName, until: number): Promise<Receipt> {
    while (performance.now() < until) {
      const receipt = await this.unlessMoved(asked, stream);
      if (receipt) return receipt;
      await pause(Math.random() * mostPause); // another process has the stream; two of one step would meet again and again
    }
    return tooLong();
  }

  /** Undefined where the stream moved. */
  private async unlessMoved(asked: CommandRequest, stream: StreamName): Promise<Receipt | undefined> {
    try {
      return await this.once(asked, stream);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /** On the stream as it is kept, where it is: the log then says whether it moved. What comes to nothing so is decided as the log has it. */
  private async once(asked: CommandRequest, stream: StreamName): Promise<Receipt> {
    const kept = this.histories.kept(stream);
    const isSeen = kept && (asked.ifRevision ?? kept.entries.length) === kept.entries.length;
    const receipt = isSeen ? await this.unlessOutdated(asked, kept) : undefined;
    return receipt ?? this.attempt(asked, await this.histories.load(stream));
  }

  /** Undefined where a rule refuses on what is kept, or the stream moved. */
  private async unlessOutdated(asked: CommandRequest, kept: CachedStream): Promise<Receipt | undefined> {
    const prepared = await this.prepare(asked, kept).catch(() => undefined);
    if (prepared === undefined) return undefined;
    try {
      return await this.record(asked, kept, prepared);
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
    return Promise.all(many.map((asked, i) => this.prepare(asked, CachedStream.from(histories[i] ?? [])).catch(asError)));
  }

  private async attempt(asked: CommandRequest, known: CachedStream): Promise<Receipt> {
    return this.record(asked, known, await this.prepare(asked, known));
  }

  private async record(asked: CommandRequest, known: CachedStream, prepared: Prepared): Promise<Receipt> {
    if ('answered' in prepared) return prepared.answered;
    const { commit } = prepared;
    const appended = await this.log.append(commit);
    this.histories.grow(commit.stream, known, appended);
    return receipt(asked.id, appended, commit);
  }

  private async prepare(asked: CommandRequest, { entries, history }: CachedStream): Promise<Prepared> {
    const { subject, id, ifRevision } = asked;
    const key = keyOf(asked);
    const body = this.keys.bodyDigest(bodyOf(asked));
    const before = entries.filter((entry) => entry.key === key);
    // The key of what a list brings is its content, and nobody's own: who may not know of the subject is not told that it is there.
    if (before.length > 0 && routeOf(subject, asked.command).fromList) await this.attribution.mayAsk(asked, history);
    if (before.length > 0) {
      if (before.some((entry) => entry.body !== body)) throw new IdempotencyKeyReused(streamOf(subject, id), key);
      return { answered: repeated(id, before) };
    }
    const question = await this.attribution.resolve(asked, history);
    const events = this.decided.events(asked, history, question);
    await this.attribution.namesNoStranger(asked, events);
    const { today: _today, standards: _standards, subject: stream, newId: _newId, ...by } = question;
    return { commit: { stream, expected: ifRevision ?? entries.length, key, body, by, events } };
  }
}

type Prepared = { readonly answered: Receipt } | { readonly commit: Commit };

/** What the command said. The key of what a list brings is a digest of that already. */
const bodyOf = ({ subject, command, envelope, key }: CommandRequest): string =>
  routeOf(subject, command).fromList ? key : stable({ asks: command.constructor.name, command, envelope });

/** Scoped to the asker. What a list brings is the same for every importer: its key is the row's own. */
function keyOf({ who, key, subject, command }: CommandRequest): CommandKey {
  if (routeOf(subject, command).fromList) return `list/${key}` as CommandKey;
  return askedUnder(who, key);
}

/** The key under which the log has a command: scoped to the asker. */
export const askedUnder = (who: Actor, key: string): CommandKey => `${'process' in who ? who.process : who.account}/${key}` as CommandKey;

function tooLong(): never {
  throw new LogBusy();
}

const asError = (error: unknown): Error => {
  if (error instanceof Error) return error;
  throw error;
};
