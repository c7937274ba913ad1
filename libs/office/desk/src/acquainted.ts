import { Injectable } from '@nestjs/common';
import type { NamedIds } from '@lookback/kernel';
import { type Audience, mayKnow, ofOffice } from './visible.js';
import { type NamedKind, Posts } from './ports.js';
import { everyRight } from './rights.js';
import type { Principal } from './principal.js';

/** Who may know of officials and public bodies: a township deals with those of its county, and a county with those of its townships. */
const nearby: Audience = { rights: everyRight, isNear: true };

export const knownNearby = ofOffice(nearby);

/** Which officials and public bodies an account may know of. */
@Injectable()
export class Acquainted {
  constructor(private readonly posts: Posts) {}

  /** False also where nobody registered it. */
  async with(who: Principal, kind: NamedKind, id: string): Promise<boolean> {
    const place = await this.posts.placeOf(kind, id);
    return place !== null && mayKnow(who, knownNearby, { ...place, circle: [], isReleased: true });
  }

  async withAll(who: Principal, { people, units }: NamedIds): Promise<boolean> {
    const named = [...people.map((id) => ['person', id] as const), ...units.map((id) => ['unit', id] as const)];
    return (await Promise.all(named.map(([kind, id]) => this.with(who, kind, id)))).every((known) => known);
  }
}
