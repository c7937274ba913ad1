import { Injectable } from '@nestjs/common';
import { EventLog } from '@lookback/log/event-log';
import type { PersonId } from '@lookback/kernel';
import { Clock, Posts } from '@lookback/office/desk';
import { peopleNames, unitNames } from '@lookback/office/registry';
import { AccountChanges } from './account-changes.js';
import { AdministratorReset } from '../administrator-reset.js';
import type { Session } from './session.js';
import { type PostHeld, WhoAmI, whoIs } from './session.dto.js';

/** Says who asks, as others know them: by name, and by the post held today. */
@Injectable()
export class Acquaintance {
  constructor(
    private readonly log: EventLog,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly changes: AccountChanges,
    private readonly resets: AdministratorReset,
  ) {}

  async describe(session: Session): Promise<WhoAmI> {
    const { person } = session;
    const [name, post, changes, reset] = await Promise.all([
      person && this.nameOf(person),
      person && this.postOf(person),
      this.changes.load(session.account),
      this.resets.lately(),
    ]);
    return Object.assign(new WhoAmI(), whoIs(session, reset), { name, post, changes, today: this.clock.today() });
  }

  private async nameOf(person: PersonId): Promise<string | null> {
    const name = (await peopleNames(this.log, [person])).get(person);
    return typeof name === 'string' ? name : null;
  }

  private async postOf(person: PersonId): Promise<PostHeld | null> {
    const held = await this.posts.held(person, this.clock.today());
    if (!held) return null;
    const { post, unit, level } = held.holder;
    return { post, unit, unitName: (await unitNames(this.log, [unit])).get(unit) ?? null, level };
  }
}
