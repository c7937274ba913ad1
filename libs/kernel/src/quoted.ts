import type { EventOf } from './event-of.js';

/**
 * What another event would say, or should have said: carried by a report that waits for a second person, and by a correction.
 * The log brings it up to today's version like any other.
 */
export class Quoted {
  /** Nothing that merely looks like one passes for one where plain text is looked for. */
  declare private readonly quoted: true;
  constructor(readonly event: EventOf) {}
}
