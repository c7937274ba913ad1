import { type Attribution, Catalogue, event, fourEyesEvents, Quoted, ruleBook, says, type StreamName, streamName } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog, WrongExpectedRevision } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, countyOffice, type TestDatabase, testDatabase } from '@lookback/testing';
import { randomBytes } from 'node:crypto';
import type { AnsweredEntry, Submit } from './answering.js';
import type { Reaction } from './reaction.js';
import { Reactor, type ReactorDependencies } from './reactor.js';

export const knocked = event('Knocked', 'fact', says<{ door: number; times: number }>());
export const opened = event('Opened', 'fact', says<{ after: number; nth: number }>());
const catalogue = new Catalogue({ knocked, opened }, fourEyesEvents);
const { refuse } = ruleBook({
  'toy.locked': { kind: 'sense', en: 'It is locked.', zh: '锁着。' },
  'toy.open-already': { kind: 'sense', en: 'It is open.', zh: '开着。' },
});
export { refuse };

/** Opens a door once a knock. */
export interface OpenDoor {
  readonly door: number;
  readonly after: number;
  readonly nth: number;
}

/** As many openings as there were knocks. */
export const opening: Reaction<OpenDoor> = {
  name: 'opening',
  called: { en: 'opening of doors', zh: '开门' },
  hears: ['Knocked'],
  answers: ({ data, revision, by: { effectiveOn } }) => {
    const { door, times } = data as { door: number; times: number };
    return Array.from({ length: times }, (_, i) => ({
      name: `knock-${String(i + 1)}`,
      command: { door, after: revision, nth: i + 1 },
      effectiveOn,
      settledBy: 'toy.open-already',
    }));
  },
};

const by = attributionOf(countyOffice);
const outside = (door: number) => streamName('outside', String(door));
const inside = (door: number) => streamName('inside', String(door));

/** A log of knocks outside and openings inside, and reactors on it. `before` may refuse or fail what is asked. */
export class ToyHouse {
  before: (asked: OpenDoor, as: AnsweredEntry) => unknown = () => undefined;
  private constructor(
    readonly database: TestDatabase,
    readonly log: PostgresEventLog,
    private asked = 0,
  ) {}

  static async open(): Promise<ToyHouse> {
    const database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
    const keys = new Keys(
      randomBytes(32),
      CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
    );
    return new ToyHouse(database, new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys));
  }

  reactor(otherwise: Partial<ReactorDependencies<OpenDoor>> = {}): Reactor<OpenDoor> {
    const { log, database, submit } = this;
    return new Reactor({ log, origin: 'toy', pool: database.pool, reactions: [opening], submit, ...otherwise });
  }

  readonly submit: Submit<OpenDoor> = async ({ command }, as) => {
    await this.before(command, as);
    await this.append(inside(command.door), opened({ after: command.after, nth: command.nth }), {
      key: as.key,
      by: { ...by, causationId: as.causationId },
    });
  };

  /** Gives the entry's id. */
  knock(door: number, times = 1): Promise<string> {
    return this.append(outside(door), knocked({ door, times }));
  }

  /** A knock that is reported, and confirmed or declined by a second person. */
  async reported(door: number, counts: boolean): Promise<string> {
    const proposal = (await this.append(
      outside(door),
      fourEyesEvents.reportProposed({ event: new Quoted(knocked({ door, times: 1 })), answer: { dueOn: '2020-12-31', level: null } }),
    )) as never;
    if (counts) return this.append(outside(door), fourEyesEvents.reportConfirmed({ proposal }));
    return this.append(outside(door), fourEyesEvents.reportDeclined({ proposal, reason: null as never }));
  }

  /** Which knock each opening inside answers, and which of its openings it is, in order. */
  async openings(door: number): Promise<string[]> {
    const entries = await this.log.readStream(inside(door));
    return entries.map(({ data }) => Object.values(data as object).join('.'));
  }

  async causes(door: number): Promise<(string | undefined)[]> {
    return (await this.log.readStream(inside(door))).map(({ by }) => by.causationId);
  }

  /** As the desk does: what stands under its key is not recorded again. */
  private async append(
    stream: StreamName,
    said: { type: string; data: unknown },
    how: { key?: string; by?: Attribution } = {},
  ): Promise<string> {
    const key = (how.key ?? `toy/${String((this.asked += 1))}`) as CommandKey;
    for (;;) {
      const entries = await this.log.readStream(stream);
      const there = entries.find((entry) => entry.key === key);
      if (there) return there.id;
      try {
        const commit = { stream, expected: entries.length, key, body: 'b' as BodyDigest, by: how.by ?? by, events: [said] };
        await this.log.append(commit);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
  }
}
