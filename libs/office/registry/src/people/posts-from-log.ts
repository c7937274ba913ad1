import { Injectable } from '@nestjs/common';
import { type CalendarDate, type Code, type PersonId, type RegionCode, streamName, type UnitId } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import { type NamedKind, type HeldPost, Posts, type Scope } from '@lookback/office/desk';
import { personChapter, type Post } from './person.decider.js';
import { servesIn } from './person.js';
import { ranked } from './posts-held.js';
import { unitChapter } from '../units/unit.chapter.js';

/** Fills the desk's port: the person's stream, folded for the day as it is known now. */
@Injectable()
export class PostsFromLog extends Posts {
  constructor(private readonly histories: StreamCache) {
    super();
  }

  /** The highest post held on the day; null where none was. A post counts only in a unit that is on record, at that unit's level. */
  async held(person: PersonId, on: CalendarDate): Promise<HeldPost | null> {
    const stream = streamName('person', person);
    const { history } = await this.histories.load(stream);
    const posts = ranked(history.on(on, personChapter));
    const agree = await Promise.all(posts.map((post) => this.agreesWithItsUnit(post)));
    const post = posts.find((_, i) => agree[i]);
    if (!post) return null;
    const { post: kind, unit, level, region } = post;
    return { holder: { person, post: kind as string as Code<'post'>, unit, level }, region, read: { stream, revision: history.revision } };
  }

  async regionsOf(person: PersonId): Promise<readonly RegionCode[] | null> {
    const { history } = await this.histories.load(streamName('person', person));
    const { state } = history.folded(personChapter);
    if (state === null) return null;
    return servesIn(state);
  }

  async placeOf(kind: NamedKind, id: string): Promise<Scope | null> {
    const { history } = await this.histories.load(streamName(kind, id));
    if (kind === 'person') {
      const { state } = history.folded(personChapter);
      return state && { regions: [state.region], units: state.posts.map(({ unit }) => unit) };
    }
    const { state } = history.folded(unitChapter);
    return state && { regions: [state.region], units: [id as UnitId] };
  }

  private async agreesWithItsUnit({ unit, level, region }: Post): Promise<boolean> {
    const { history } = await this.histories.load(streamName('unit', unit));
    const { state } = history.folded(unitChapter);
    return state?.level === level && state.region === region;
  }
}
