import { randomBytes } from 'node:crypto';
import { household, householdPart } from '@lookback/case/household';
import { TakeOverHousehold } from '@lookback/case/identification';
import {
  checkCharacter,
  type AccountId,
  type CalendarDate,
  Catalogue,
  type Digest,
  event,
  fourEyesEvents,
  type Holder,
  type PersonId,
  type Read,
  type RegionCode,
  says,
  streamName,
} from '@lookback/kernel';
import { type Entry, EventLog1796083200001, PostgresEventLog, StreamCache } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { fixedClock, type TestDatabase, testDatabase } from '@lookback/testing';
import { Acquainted } from './acquainted.js';
import { ActorResolver } from './actor-resolver.js';
import { noOthers } from './others.fixture.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { CommandDecider } from './command-decider.js';
import { Desk } from './desk.js';
import { Evidence, type NamedKind, type HeldPost, type Membership, Memberships, Posts, StandardsInForce } from './ports.js';
import type { Right } from './rights.js';
import { LateTelling } from './late-telling.js';
import { Redecision } from './redecision.js';
import { route } from './route.js';
import type { Asker, Principal, Scope } from './principal.js';
import { StandardsRead } from './standards-read.js';
import type { CommandRequest } from './submission.js';
import { anySubject, type Subject } from './subject.js';
import { byRegion } from './visible.js';

export const county = '610426' as RegionCode;
/** Another county. */
export const elsewhere = '610528' as RegionCode;
export const village = '610426101200' as RegionCode;

/** The posts of few people, on any day from one on. Counts how often it is asked, and can make askers wait for each other. */
export class ToyPosts extends Posts {
  asked = 0;
  readonly absent = new Set<string>();
  readonly far = new Set<string>();
  private readonly known = new Map<PersonId, { readonly since: CalendarDate; readonly holder: Holder; readonly region: RegionCode }>();
  private waiting: (() => void)[] = [];
  private toMeet = 0;

  give(holder: Holder, since: CalendarDate, region = county): void {
    this.known.set(holder.person, { since, holder, region });
  }

  /** The next so many who ask go on once all of them have asked. */
  meet(count: number): void {
    this.toMeet = count;
  }

  async held(person: PersonId, on: CalendarDate): Promise<HeldPost | null> {
    this.asked += 1;
    await this.together();
    const found = this.known.get(person);
    const read = { stream: streamName('person', person), revision: 3 };
    return found && found.since <= on ? { holder: found.holder, region: found.region, read } : null;
  }

  regionsOf(person: PersonId): Promise<readonly RegionCode[] | null> {
    const found = this.known.get(person);
    return Promise.resolve(found ? [found.region] : null);
  }

  /** Everybody who is named is on record in the county, but for those who are not. */
  placeOf(_kind: NamedKind, id: string): Promise<Scope | null> {
    return Promise.resolve(this.absent.has(id) ? null : { regions: [this.far.has(id) ? elsewhere : county], units: [] });
  }

  private together(): Promise<void> {
    if (this.toMeet === 0) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push(go);
      if (this.waiting.length < this.toMeet) return;
      this.toMeet = 0;
      for (const on of this.waiting.splice(0)) on();
    });
  }
}

/** A standard that a county has set, and the nation was asked too. */
export class ToyStandards extends StandardsInForce {
  readonly values = new Map<string, unknown>();
  /** As they were when somebody last read them. */
  readonly frozen = new Map<string, unknown>();

  inForce(standard: string, region: RegionCode): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null> {
    const reads = [region.slice(0, 6), 'CN'].map((code, i) => ({ stream: streamName('standards', code), revision: i + 1 }));
    return Promise.resolve(this.values.has(standard) ? { value: this.values.get(standard), reads } : null);
  }

  readonly asked: (readonly [standard: string, reads: readonly Read[], on: CalendarDate])[] = [];

  asRead(
    standard: string,
    reads: readonly Read[],
    on: CalendarDate,
  ): Promise<{ readonly value: unknown; readonly reads: readonly Read[] } | null> {
    this.asked.push([standard, reads, on]);
    return Promise.resolve(this.frozen.has(standard) ? { value: this.frozen.get(standard), reads } : null);
  }
}

/** What was uploaded, of any subject. */
export class ToyEvidence extends Evidence {
  readonly uploaded = new Set<string>();

  missing(_subject: unknown, digests: readonly Digest[]): Promise<readonly Digest[]> {
    return Promise.resolve(digests.filter((digest) => !this.uploaded.has(digest)));
  }
}

/** Members of few households, in the village; each from a day on. */
export class ToyMemberships extends Memberships {
  readonly since = new Map<string, CalendarDate>();
  region = village;

  on(day: CalendarDate, household: string, member: string): Promise<Membership | null> {
    const since = this.since.get(`${household}/${member}`);
    const read = { stream: streamName('household', household), revision: 1 };
    return Promise.resolve(since !== undefined && since <= day ? { region: this.region, read } : null);
  }
}

export const opened = event('ToyOpened', 'fact', says<Record<string, never>>());
export const closed = event('ToyClosed', { procedure: 'office' }, says<Record<string, never>>());
/** Asks for a gate of the toy. */
export class CloseToy {}
/** Opens a toy of the county. */
export class OpenToy {}
const line = { may: ['administer'], called: { en: 'toy', zh: '玩具' } } as const;
type ToyEvent = ReturnType<typeof opened> | ReturnType<typeof closed>;
/** A subject of the office with a gate, as the household has none yet. */
export const toy: Subject<null, ToyEvent> = {
  name: 'toy',
  plural: 'toys',
  actsInPost: false,
  amendable: null,
  initial: null,
  evolve: { ToyOpened: () => null, ToyClosed: () => null },
  visible: byRegion(['administer']),
  title: () => null,
  file: [],
  regionsOf: () => [county],
  routes: [
    route<OpenToy, null, ToyEvent>('', OpenToy, () => [opened({})], { ...line, opens: true }),
    route<CloseToy, null, ToyEvent>('close', CloseToy, () => [closed({})], line),
  ],
};

export const catalogue = new Catalogue(...householdPart.slices.map(({ events }) => events), fourEyesEvents, { opened, closed });
const commands = new Map(household.routes.map(({ command }) => [command.name, command]));

/** A command of the household, as the validated body would hold it. */
export function commandOf(name: string, fields: object): object {
  const Command = commands.get(name);
  if (!Command) throw new Error(`a household cannot be asked to ${name}`);
  return Object.assign(new Command(), fields);
}

export const visit = (findings: string) => commandOf('VisitHome', { place: 'home', checklist: [], findings });

/** A household of a list; its members' ids are told by what it is called. */
export function takeOver(nth: number, members = 2): TakeOverHousehold {
  const number = `${village}${String(nth).padStart(6, '0')}` as TakeOverHousehold['number'];
  const rows = Array.from({ length: members }, (_, i) => {
    const seventeen = `6104261980010${String((nth * 10 + i) % 10_000)
      .padStart(4, '0')
      .replace(/^0/, '1')}`;
    return {
      number: `${number}0${i + 1}`,
      relation: i === 0 ? 'head' : 'son',
      name: '张三',
      phone: '13812345678',
      hamlet: '一组',
      citizenNumber: seventeen + checkCharacter(seventeen),
      ethnicGroup: '01',
      schooling: 'primary',
      pupil: 'none',
      health: 'healthy',
      labour: 'ordinary',
      work: { place: 'county', months: 6 },
      seriousIllnessInsurance: true,
      asWritten: null,
    };
  });
  return TakeOverHousehold.from({
    source: { file: 'f'.repeat(64), sheet: 1, row: nth + 2 },
    number,
    county,
    township: '610426101',
    village,
    standing: 'registered',
    attribute: 'general',
    mainCause: '01',
    incomePerPersonFen: 250_000,
    dangerousHouse: false,
    safeWater: true,
    waterDifficulty: false,
    members: rows,
  } as unknown as TakeOverHousehold);
}

/** An account with rights in the county. */
export const account = (name: string, person: PersonId | null, ...rights: Right[]): Principal => ({
  account: `account-${name}` as AccountId,
  person,
  rights: new Map(rights.map((right) => [right, { regions: [county], units: [] }])),
});

const secrets: Readonly<Record<string, string>> = { k1: randomBytes(32).toString('hex'), k2: randomBytes(32).toString('hex') };
const master = randomBytes(32);
const keysOf = (...ids: readonly string[]) =>
  new Keys(
    master,
    CommitKeys.parse(ids.map((id) => `${id} ${secrets[id] ?? ''}`).join('\n'), 'spec', { origin: 'lookback-spec', epoch: 1 }),
  );

/** A desk over the real log, with toy registry and standards. */
export class DeskBench {
  readonly posts = new ToyPosts();
  readonly standards = new ToyStandards();
  readonly evidence = new ToyEvidence();
  readonly memberships = new ToyMemberships();
  readonly confidential = new Set<string>();
  readonly log: PostgresEventLog;
  readonly histories: StreamCache;
  readonly desk: Desk;
  private asked = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly keys: Keys,
  ) {
    this.log = new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys);
    this.histories = new StreamCache(this.log);
    const acquainted = new Acquainted(this.posts);
    const read = new StandardsRead(this.standards);
    this.desk = new Desk(
      this.log,
      this.histories,
      keys,
      new CommandContextResolver(
        fixedClock(),
        this.posts,
        read,
        this.evidence,
        acquainted,
        new ActorResolver(this.posts, acquainted, this.memberships),
        new LateTelling(read),
        noOthers,
        { called: (kind) => ({ en: kind, zh: kind }) },
      ),
      new CommandDecider(catalogue),
      new Redecision(catalogue, read, this.posts),
      { isConfidential: (stream) => this.confidential.has(stream) },
    );
  }

  static async open(): Promise<DeskBench> {
    const database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
    return new DeskBench(database, keysOf('k1'));
  }

  /** The desk of another process on the same log; of one with a newer commit key beside that of before, where it is told so. */
  another({ isRotated = false } = {}): DeskBench {
    return new DeskBench(this.database, isRotated ? keysOf('k1', 'k2') : this.keys);
  }

  /** By which the content of a list is known. */
  digestsOf(content: string): Pick<CommandRequest, 'key' | 'formerKeys'> {
    const [key, ...formerKeys] = this.keys.bodyDigests(content);
    return { key, formerKeys };
  }

  ask(id: string, command: object, who: Asker, otherwise: Partial<CommandRequest> & { readonly on?: CalendarDate } = {}): CommandRequest {
    const { on = '2020-03-01', ...rest } = otherwise;
    const subject = anySubject(household);
    return { subject, id, command, envelope: { effectiveOn: on }, who, key: `key-${(this.asked += 1)}`, ...rest };
  }

  history(id: string, kind = household.name): Promise<Entry[]> {
    return this.log.readStream(streamName(kind, id));
  }
}
