import {
  type AccountId,
  type CalendarDate,
  type Erased,
  type EventOf,
  everything,
  handsIn,
  type Holder,
  type Moment,
  type PersonId,
  type RegionCode,
  type StreamName,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import type { AccountEvent } from '@lookback/office/access';
import { Clock, Parts, Posts } from '@lookback/office/desk';
import { peopleKnown, type PersonKnown, RegionDirectory, unitNames } from '@lookback/office/registry';
import { ListsFromLog } from '@lookback/office/standards';
import { type AccountKnown, type Names, placeSaidIn, recordedOn } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { learn } from './learn.js';

interface Ids {
  readonly people?: readonly (string | null | undefined)[];
  readonly units?: readonly (string | null | undefined)[];
  readonly accounts?: readonly AccountId[];
  /** Who typed something in, and on which day. */
  readonly recorders?: readonly (readonly [account: AccountId, on: CalendarDate])[];
  /** Where the codes of a standard's list are used. */
  readonly codesOf?: readonly RegionCode[];
}

/** How an official's telephone number ends, and where its owner serves. */
interface Phone {
  readonly end: string;
  readonly region: RegionCode;
}

/** As for opened histories. */
const kept = { max: 10_000, ttl: 60_000 };

/** The names of officials, units and regions, for readers who may see them. */
@Injectable()
export class NameDirectory {
  private readonly people = new LRUCache<PersonId, { readonly name: string | null; readonly phone: Phone | null }>(kept);
  private readonly units = new LRUCache<UnitId, { readonly name: string | null }>(kept);
  private readonly accounts = new LRUCache<AccountId, { readonly is: AccountKnown | null }>(kept);
  /** By account and day. */
  private readonly holders = new LRUCache<string, { readonly is: Holder | null }>(kept);

  constructor(
    private readonly log: EventLog,
    private readonly regions: RegionDirectory,
    private readonly lists: ListsFromLog,
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly parts: Parts,
  ) {}

  /** Where some officials serve, and the last digits of their telephone numbers; nothing of those who have none on record. */
  async phones(people: readonly PersonId[]): Promise<(id: PersonId) => Phone | null> {
    const known = await this.learnPeople(people);
    return (id) => known.get(id)?.phone ?? null;
  }

  /** The names of some officials and units, of no others, and of every region as of a moment. */
  async load(ids: Ids, moment: Moment = everything): Promise<Names> {
    const { recorders = [], codesOf = [] } = ids;
    const accounts = [...new Set([...(ids.accounts ?? []), ...recorders.map(([account]) => account)])];
    const opened = await learn(this.accounts, accounts, (unknown) => this.opened(unknown));
    const whose = (account: AccountId) => opened.get(account)?.is ?? null;
    const holders = new Map(await Promise.all(recorders.map((recorder) => this.learnHolder(recorder, whose))));
    const held = [...holders.values()];
    const [people, units] = await Promise.all([
      this.learnPeople([...(ids.people ?? []), ...accounts.map((account) => whose(account)?.person)]),
      learn(this.units, present<UnitId>([...(ids.units ?? []), ...held.map((holder) => holder?.unit)]), async (unknown) => {
        const known = await unitNames(this.log, unknown);
        return (id) => ({ name: plain(known.get(id)) });
      }),
    ]);
    const listed = await this.lists.words(codesOf);
    const regions = moment === everything ? this.regions.on(this.clock.today()) : this.regions.asOf(moment);
    return {
      region: (code, on) => (on === undefined ? regions : this.regions.on(on)).name(code as RegionCode) ?? null,
      unit: (id) => units.get(id as UnitId)?.name ?? null,
      official: (id) => people.get(id as PersonId)?.name ?? null,
      account: whose,
      recorder: (account, on) => {
        const person = whose(account)?.person;
        return person ? (holders.get(`${account} ${on}`) ?? { person }) : null;
      },
      listed,
    };
  }

  /** As their streams began: whose an account is never changes. */
  private async opened(accounts: readonly AccountId[]): Promise<(id: AccountId) => { readonly is: AccountKnown | null }> {
    const histories = await this.log.readStreams(accounts.map((account) => streamName('account', account)));
    const found = new Map(accounts.map((account, i) => [account, openedIn(histories[i] ?? [])]));
    return (account) => ({ is: found.get(account) ?? null });
  }

  private learnPeople(ids: readonly (string | null | undefined)[]) {
    return learn(this.people, present<PersonId>(ids), async (unknown) => {
      const known = await peopleKnown(this.log, unknown);
      return (id) => ({ name: plain(known.get(id)?.name), phone: phoneOf(known.get(id)) });
    });
  }

  /** The post that an account's person held on a day, by account and day. */
  private async learnHolder(
    [account, on]: readonly [AccountId, CalendarDate],
    whose: (account: AccountId) => AccountKnown | null,
  ): Promise<readonly [string, Holder | null]> {
    const [place, person] = [`${account} ${on}`, whose(account)?.person];
    if (!person) return [place, null];
    const known = await learn(this.holders, [place], async () => {
      const is = (await this.posts.held(person, on))?.holder ?? null;
      return () => ({ is });
    });
    return [place, known.get(place)?.is ?? null];
  }

  /** Those of everybody and every unit that entries name, in what they say and in who says it; and of some more. */
  async in(entries: readonly Entry[], more: Ids = {}): Promise<Names> {
    const named = entries.map((entry) => this.parts.namedIn(entry));
    const hands = entries.map(({ by }) => handsIn(by));
    return this.load({
      recorders: apart(entries.flatMap(recorderIn)),
      people: [...named.flatMap(({ people }) => people), ...hands.flatMap(({ people }) => people), ...(more.people ?? [])],
      units: [...named.flatMap(({ units }) => units), ...hands.flatMap(({ units }) => units), ...(more.units ?? [])],
      codesOf: [...new Set(byStream(entries).map(placeSaidIn))],
    });
  }
}

/** The account that typed an entry in, where the entry names no person, and when. */
function recorderIn(entry: Entry): (readonly [AccountId, CalendarDate])[] {
  const { recordedBy } = entry.by;
  return 'account' in recordedBy && !recordedBy.person ? [[recordedBy.account, recordedOn(entry)]] : [];
}

const apart = <Pair extends readonly string[]>(pairs: readonly Pair[]): Pair[] => [
  ...new Map(pairs.map((pair) => [pair.join(' '), pair])).values(),
];

function openedIn(history: readonly EventOf[]): AccountKnown | null {
  const opened = (history as readonly AccountEvent[]).find((event) => event.type === 'AccountOpened');
  return opened ? { login: opened.data.login, person: opened.data.person } : null;
}

/** As Object.groupBy, which Node 20 lacks. */
function byStream(entries: readonly Entry[]): Entry[][] {
  const streams = new Map<StreamName, Entry[]>();
  for (const entry of entries) {
    const before = streams.get(entry.stream);
    if (before) before.push(entry);
    else streams.set(entry.stream, [entry]);
  }
  return [...streams.values()];
}

const present = <Id extends string>(ids: readonly (string | null | undefined)[]): Id[] =>
  [...new Set(ids.filter((id) => typeof id === 'string'))] as Id[];

const phoneOf = (person: PersonKnown | undefined): Phone | null =>
  person === undefined || person.phoneEnd === null ? null : { end: person.phoneEnd, region: person.region };

const plain = (name: string | Erased | undefined): string | null => (typeof name === 'string' ? name : null);
