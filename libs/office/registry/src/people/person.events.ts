import { event, type EventIn, type Level, type RegionCode, says, type Sealed, type UnitId } from '@lookback/kernel';
import type { PostKind } from './post.codes.js';

/** An official came on record; `region` is where the official serves, and its administrators answer for the posts. */
export const personRegistered = event(
  'PersonRegistered',
  'fact',
  says<{
    name: Sealed<string>;
    phone: Sealed<string> | null;
    region: RegionCode;
    /** False where a list names somebody whose identity nobody has checked. */
    confirmed: boolean;
  }>(),
);

/** From this day the person holds a post in a unit; level and region are the unit's. */
export const posted = event('Posted', 'fact', says<{ post: PostKind; unit: UnitId; level: Level; region: RegionCode }>());

/** From this day the person holds the post no more. */
export const postEnded = event('PostEnded', 'fact', says<{ post: PostKind; unit: UnitId }>());

export type PersonEvent = EventIn<typeof import('./person.events.js')>;
