import { type Code, event, type EventIn, says, type Sealed } from '@lookback/kernel';
import type { ViewId, ViewQuery } from './views.codes.js';

/** The owner has a view of a register from now on, in place of what the same view showed before. */
export const viewSaved = event(
  'ViewSaved',
  'fact',
  says<{ view: ViewId; register: Code<'register'>; name: Sealed<string>; query: ViewQuery }>(),
);

/** The owner no longer has a view. */
export const viewDropped = event('ViewDropped', 'fact', says<{ view: ViewId }>());

export type ViewEvent = EventIn<typeof import('./views.events.js')>;
