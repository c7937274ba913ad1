import { Injectable } from '@nestjs/common';
import { EventLog } from '@lookback/log/event-log';
import type { PersonId } from '@lookback/kernel';
import { Clock, Posts } from '@lookback/office/desk';
import { peopleNames, unitNames } from '@lookback/office/registry';
import { AdministratorReset } from '../administrator-reset.js';
import type { Session } from './session.js';
import { type PostHeld, WhoAmI, whoIs } from './session.dto.js';

/** Says who asks, as others know him: by name, and by the post that he holds today. */
@Injectable()
export class Acquaintance {
  constructor(
    private readonly log: EventLog,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly resets: AdministratorReset,
  ) {}

  async of(session: Session): Promise<WhoAmI> {
    const { person } = session;
    const [name, post] = person ? await Promise.all([this.nameOf(person), this.postOf(person)]) : [null, null];
    return Object.assign(new WhoAmI(), whoIs(session, await this.resets.lately()), { name, post, today: this.clock.today() });
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
