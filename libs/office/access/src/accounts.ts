import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { AccountId, PersonId, RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import {
  anySubject,
  Clock,
  holds,
  type Envelope,
  liesIn,
  mayKnow,
  mustHold,
  Posts,
  Projected,
  type Receipt,
  regionsWith,
  type Scope,
  type Principal,
  streamOf,
  SubjectAbsent,
  Submission,
  whereaboutsOf,
} from '@lookback/office/desk';
import { randomUUID } from 'node:crypto';
import { refuse, refuseIf } from './access.rules.js';
import { accountOn } from './account.chapter.js';
import { account, accountIdOf } from './account.js';
import { ChangePassword, GrantRight, OpenAccount, RecordExport, ResetPassword, SeeChanges } from './account.commands.js';
import { AccountQuery } from './account.query.js';
import type { AccountToOpen } from './ask-account.dto.js';
import { hashOf } from './password/hash.js';
import { mustBeStrong } from './password/policy.js';

/** Under which envelope, by whom, under which key, and on which revision something is asked. */
export interface Asking {
  readonly envelope: Envelope;
  readonly who: Principal;
  readonly key: string;
  readonly ifRevision?: number | undefined;
}

/**
 * What is asked of accounts and needs more than a line of the route table: passwords are weighed and hashed here, before anything
 * is decided or recorded, and go no further; and an account that gives a right must administer each region for which it does.
 */
@Injectable()
export class Accounts {
  constructor(
    private readonly log: EventLog,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly projected: Projected,
    private readonly query: AccountQuery,
  ) {}

  /** For a person who serves where the asker administers, and has no account; or for none. */
  async open({ password, ...wanted }: AccountToOpen, asking: Asking): Promise<Receipt> {
    const { login, person = null, role, regions = [], units = [] } = wanted;
    await this.mustAdminister({ regions, units }, asking.who);
    const id = accountIdOf(login);
    const own = regionsWith(asking.who, ['administer']);
    const home = person === null ? own : await this.whereServes(person, own);
    if (person !== null) await this.mustHaveNoOther(person, id);
    mustBeStrong(password, login);
    const hash = await this.hashed(id, password, asking);
    return this.submit(id, Object.assign(new OpenAccount(), { login, person, home, hash, ...(role && { role, regions, units }) }), asking);
  }

  /** The password is looked at once it is known that the asker may set it: a refusal of it may tell the login. */
  async resetPassword(id: string, password: string, asking: Asking): Promise<Receipt> {
    const state = accountOn(await this.log.readStream(streamOf(account, id)), this.clock.today());
    const where = await whereaboutsOf(account, id, state, this.posts);
    if (state.status === 'absent' || !mayKnow(asking.who, account.visible, where)) throw new SubjectAbsent(account.name, id);
    mustBeStrong(password, state.login);
    return this.submit(id, Object.assign(new ResetPassword(), { hash: await this.hashed(id, password, asking) }), asking);
  }

  /** Somebody who serves elsewhere is refused as somebody who is not on record. */
  private async whereServes(person: PersonId, own: readonly RegionCode[]): Promise<readonly RegionCode[]> {
    const regions = await this.posts.regionsOf(person);
    if (!regions?.every((region) => own.some((whole) => liesIn(region, whole)))) return refuse('access.person-absent');
    return regions;
  }

  private async mustHaveNoOther(person: PersonId, than: AccountId): Promise<void> {
    await this.projected.reached(await this.log.head());
    refuseIf(await this.query.hasAnother(person, than), 'access.person-has-account');
  }

  async grant(id: string, command: GrantRight, asking: Asking): Promise<Receipt> {
    await this.mustAdminister(command, asking.who);
    return this.submit(id, command, asking);
  }

  /** Each region for which a right is given, and where each unit lies; a unit elsewhere is refused as one that nobody registered. */
  private async mustAdminister({ regions, units }: Partial<Scope>, who: Principal): Promise<void> {
    for (const region of regions ?? []) mustHold(who, ['administer'], region);
    const places = await Promise.all((units ?? []).map((unit) => this.posts.placeOf('unit', unit)));
    refuseIf(!places.every((place) => place?.regions.every((region) => holds(who, ['administer'], region))), 'access.unit-absent');
  }

  async changePassword(who: Principal, password: string): Promise<Receipt> {
    return this.submitOwn(who, Object.assign(new ChangePassword(), { hash: await hashOf(password) }));
  }

  /** The owner was told of what others changed, up to a revision: of nothing that came or comes after it. */
  async seeChanges(who: Principal, upTo: number): Promise<void> {
    const history = await this.log.readStream(streamOf(account, who.account));
    const seen = Math.min(upTo, history.length);
    if (seen > accountOn(history, this.clock.today()).seenUpTo) await this.submitOwn(who, Object.assign(new SeeChanges(), { upTo: seen }));
  }

  /** Rows of a register are about to be written to a file for it. */
  async recordExport(who: Principal, asked: RecordExport): Promise<void> {
    await this.submitOwn(who, Object.assign(new RecordExport(), asked));
  }

  private submitOwn(who: Principal, command: ChangePassword | RecordExport | SeeChanges): Promise<Receipt> {
    return this.submit(who.account, command, { envelope: { effectiveOn: this.clock.today() }, who, key: randomUUID() });
  }

  private hashed(id: string, password: string, { who, key }: Asking): Promise<string> {
    return hashOf(password, `${id}/${who.account}/${key}`);
  }

  private submit(id: string, command: object, asking: Asking): Promise<Receipt> {
    return this.commands.execute(new Submission({ subject: anySubject(account), id, command, ...asking }));
  }
}
