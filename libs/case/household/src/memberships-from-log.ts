import { Injectable } from '@nestjs/common';
import { type CalendarDate, type HouseholdId, type MemberId, streamName } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import { type Membership, Memberships } from '@lookback/office/desk';
import { household as subject } from './household.js';

/** Fills the desk's port: the household's stream, folded for the day as it is known now. */
@Injectable()
export class MembershipsFromLog extends Memberships {
  constructor(private readonly histories: StreamCache) {
    super();
  }

  async on(day: CalendarDate, household: HouseholdId, member: MemberId): Promise<Membership | null> {
    const stream = streamName(subject.name, household);
    const { history } = await this.histories.load(stream);
    const { identification } = history.on(day, subject);
    if (!identification?.members.some((one) => one.member === member)) return null;
    return { region: identification.village, read: { stream, revision: history.revision } };
  }
}
