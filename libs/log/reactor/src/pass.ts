import { type Entry, type EventLog, LogCorrupted } from '@lookback/log/event-log';
import { answer, reasonOf, type Submit } from './answering.js';
import { heardIn, heardOf, typesToRead } from './hearing.js';
import type { Heard, Reaction } from './reaction.js';
import type { ReactionStore, StuckReaction } from './reactions.store.js';

export interface PassDependencies<Command> {
  readonly log: EventLog;
  readonly store: ReactionStore;
  readonly reactions: readonly Reaction<Command>[];
  readonly submit: Submit<Command>;
}

/**
 * What the reactor that leads does, over and over: each reaction hears what was recorded since it last heard.
 * A position is stored only when all up to it is answered or known to be stuck: whatever a kill leaves out is heard again.
 */
export class Pass<Command> {
  private readonly positions: Map<string, number>;
  /** By reaction and stream. */
  private readonly stuck: Set<string>;

  private constructor(
    private readonly parts: PassDependencies<Command>,
    positions: ReadonlyMap<string, number>,
    stuck: readonly StuckReaction[],
  ) {
    this.positions = new Map(parts.reactions.map(({ name }) => [name, positions.get(name) ?? 0]));
    this.stuck = new Set(stuck.map(placeOf));
  }

  static async begin<Command>(parts: PassDependencies<Command>): Promise<Pass<Command>> {
    return new Pass(parts, await parts.store.positions(), await parts.store.stuck());
  }

  /** How far the one stands that has come least far. */
  get position(): number {
    return Math.min(...this.positions.values());
  }

  /** Answers all up to where the log stands now, or until the signal. Throws LogUnavailable. */
  async hear(signal: AbortSignal): Promise<void> {
    const head = await this.parts.log.head();
    for (const position of new Set(this.positions.values())) {
      const together = this.parts.reactions.filter(({ name }) => this.positions.get(name) === position);
      if (position < head) await this.advance(together, { from: position, head, signal });
    }
  }

  private async advance(together: readonly Reaction<Command>[], { from, head, signal }: Range): Promise<void> {
    const broken: LogCorrupted[] = [];
    const onBroken = (one: LogCorrupted) => {
      broken.push(one);
    };
    const types = typesToRead([...new Set(together.flatMap(({ hears }) => hears))]);
    let last = head;
    for await (const batch of this.parts.log.readAll({ after: from, types, onBroken })) {
      await this.leaveOut(together, broken.splice(0));
      for (const entry of batch) {
        if (signal.aborted) return;
        if (await this.take(together, entry)) await this.stand(together, entry.position);
        last = Math.max(last, entry.position);
      }
    }
    await this.leaveOut(together, broken);
    await this.stand(together, last);
  }

  /** True where a reaction heard it. */
  private async take(together: readonly Reaction<Command>[], entry: Entry): Promise<boolean> {
    const heard = await heardIn(entry, this.parts.log);
    const concerned = together.filter(({ hears }) => heard && hears.includes(heard.type));
    for (const reaction of concerned) if (heard) await this.answer(reaction, heard);
    return concerned.length > 0;
  }

  private async answer(reaction: Reaction<Command>, heard: Heard): Promise<void> {
    const place = { reaction: reaction.name, stream: heard.stream };
    if (this.stuck.has(placeOf(place))) return;
    const reason = await answer(reaction, heard, this.parts.submit);
    if (reason !== undefined) await this.keep({ ...place, position: heard.position, reason });
  }

  /** What the log has no proof of is not answered, nor what follows it in its stream. */
  private async leaveOut(together: readonly Reaction<Command>[], broken: readonly LogCorrupted[]): Promise<void> {
    for (const error of broken)
      for (const { name: reaction } of together)
        if (error.stream !== undefined && error.position !== undefined && !this.stuck.has(placeOf({ reaction, stream: error.stream })))
          await this.keep({ reaction, stream: error.stream, position: error.position, reason: reasonOf(error) });
  }

  private async keep(one: Pick<StuckReaction, 'reaction' | 'stream' | 'position' | 'reason'>): Promise<void> {
    await this.parts.store.keepStuck(one);
    this.stuck.add(placeOf(one));
  }

  private async stand(together: readonly Reaction<Command>[], position: number): Promise<void> {
    await this.parts.store.advance(
      together.map(({ name }) => name),
      position,
    );
    for (const { name } of together) this.positions.set(name, position);
  }

  /** Tries again what is stuck: all of it, or what somebody asked for. What a reaction of another release left is left. */
  async retry(which: 'all' | 'asked'): Promise<void> {
    for (const one of await this.parts.store.stuck()) {
      const reaction = this.parts.reactions.find(({ name }) => name === one.reaction);
      if (reaction && (one.retry || which === 'all')) await this.again(reaction, one);
    }
  }

  private async again(reaction: Reaction<Command>, { stream, position }: StuckReaction): Promise<void> {
    const place = { reaction: reaction.name, stream };
    const upTo = this.positions.get(reaction.name) ?? 0;
    const entries = await this.parts.log.readStream(stream).catch(unlessBroken);
    if (entries instanceof LogCorrupted) return this.keep({ ...place, position, reason: reasonOf(entries) });
    for (const heard of heardOf(entries, { from: position, upTo })) {
      const reason = reaction.hears.includes(heard.type) ? await answer(reaction, heard, this.parts.submit) : undefined;
      if (reason !== undefined) return this.keep({ ...place, position: heard.position, reason });
    }
    await this.parts.store.release(place);
    this.stuck.delete(placeOf(place));
  }
}

const unlessBroken = (error: unknown): LogCorrupted => {
  if (error instanceof LogCorrupted) return error;
  throw error;
};

interface Range {
  readonly from: number;
  readonly head: number;
  readonly signal: AbortSignal;
}

const placeOf = ({ reaction, stream }: Pick<StuckReaction, 'reaction' | 'stream'>): string => `${reaction} ${stream}`;
