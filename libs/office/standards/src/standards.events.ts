import { type Code, type DocumentNumber, event, type EventIn, type RegionCode, says } from '@lookback/kernel';
import type { Valued } from './catalogue.js';

export type ProposalId = Code<'standard-proposal'>;

/** A region has standards of its own to keep from now on. */
export const standardsOpened = event('StandardsOpened', 'fact', says<{ region: RegionCode }>());

/** A holder of the right proposed a standard for the region; nothing is in force by it. */
export const standardProposed = event(
  'StandardProposed',
  'fact',
  says<Valued & { readonly proposal: ProposalId; readonly document: DocumentNumber }>(),
);

/** From this day the standard is in force in the region: approved by a second holder of the right, or shipped with the product. */
export const standardAdopted = event(
  'StandardAdopted',
  'fact',
  says<Valued & { readonly proposal: ProposalId | null; readonly document: DocumentNumber | null }>(),
);

/** A second holder of the right declined a proposal. */
export const standardDeclined = event('StandardDeclined', 'fact', says<{ proposal: ProposalId }>());

export type StandardsEvent = EventIn<typeof import('./standards.events.js')>;
