import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { type AnySubject, Clock, type Envelope, mustHold, type Receipt, type SignedIn, streamOf, Submission } from '@lookback/office/desk';
import { randomUUID } from 'node:crypto';
import { accountOn } from './account.chapter.js';
import { account, accountIdOf } from './account.js';
import { ChangePassword, GrantRight, OpenAccount, ResetPassword } from './account.commands.js';
import type { AccountToOpen } from './ask-account.dto.js';
import { hashOf } from './password/hash.js';
import { mustBeStrong } from './password/policy.js';

/** Under which envelope, by whom, under which key, and on which revision something is asked. */
export interface Asking {
  readonly envelope: Envelope;
  readonly who: SignedIn;
  readonly key: string;
  readonly ifRevision?: number | undefined;
}

/**
 * What is asked of accounts and needs more than a line of the route table: passwords are weighed and hashed here, before anything
 * is decided or recorded, and go no further; and who gives a right must administer each region for which he gives it.
 */
@Injectable()
export class Accounts {
  constructor(
    private readonly log: EventLog,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async open({ password, ...wanted }: AccountToOpen, asking: Asking): Promise<Receipt> {
    const { login, person = null, role, regions = [] } = wanted;
    for (const region of regions) mustHold(asking.who, ['administer'], region);
    mustBeStrong(password, login);
    const id = accountIdOf(login);
    const hash = await this.hashed(id, password, asking);
    return this.submit(id, Object.assign(new OpenAccount(), { login, person, hash, ...(role && { role, regions }) }), asking);
  }

  async resetPassword(id: string, password: string, asking: Asking): Promise<Receipt> {
    mustBeStrong(password, accountOn(await this.log.readStream(streamOf(account, id)), this.clock.today()).login);
    return this.submit(id, Object.assign(new ResetPassword(), { hash: await this.hashed(id, password, asking) }), asking);
  }

  async grant(id: string, command: GrantRight, asking: Asking): Promise<Receipt> {
    for (const region of command.regions) mustHold(asking.who, ['administer'], region);
    return this.submit(id, command, asking);
  }

  /** Everyone may do it to himself: the desk, which asks for a right, is given one for this command alone, which refuses any other account. */
  async changePassword(who: SignedIn, password: string): Promise<Receipt> {
    const forThis: SignedIn = { ...who, rights: new Map([['administer', ['CN' as RegionCode]]]) };
    const hash = await hashOf(password);
    const asking = { envelope: { effectiveOn: this.clock.today() }, who: forThis, key: randomUUID() };
    return this.submit(who.account, Object.assign(new ChangePassword(), { hash }), asking);
  }

  private hashed(id: string, password: string, { who, key }: Asking): Promise<string> {
    return hashOf(password, `${id}/${who.account}/${key}`);
  }

  private submit(id: string, command: object, asking: Asking): Promise<Receipt> {
    return this.commands.execute(new Submission({ subject: account as unknown as AnySubject, id, command, ...asking }));
  }
}
