import { assistanceEvents, assistanceSentences } from '@lookback/case/assistance';
import { identificationEvents, identificationSentences } from '@lookback/case/identification';
import { rectificationEvents, rectificationSentences } from '@lookback/case/rectification';
import type { Sentences } from '@lookback/kernel';
import type { HouseholdEvent } from './household.js';

/** Every kind of event that a household's stream may hold, beside those of second persons. */
export const householdEvents = { ...identificationEvents, ...assistanceEvents, ...rectificationEvents };

/** How each is told. */
export const householdWords: Sentences<HouseholdEvent> = { ...identificationSentences, ...assistanceSentences, ...rectificationSentences };
