import { assistance } from '@lookback/case/assistance';
import { identification } from '@lookback/case/identification';
import { rectification } from '@lookback/case/rectification';
import { standing } from '@lookback/case/standing';
import { compose, type EventsIn, type StateIn } from '@lookback/kernel';

/** How a household's history folds. */
export const chapters = compose({ identification, standing, assistance, rectification });

export type Household = StateIn<typeof chapters>;
export type HouseholdEvent = EventsIn<typeof chapters>;
