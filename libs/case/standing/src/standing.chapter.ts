import type { IdentificationEvent } from '@lookback/case/identification';
import type { CalendarDate, Chapter } from '@lookback/kernel';
import type { Monitoring, Standing } from './standing.codes.js';

/** How a household stands: two axes, and whether its file is closed; null where it is not on record. Source: procedures.md, K6. */
export type HouseholdStanding = Standings | null;

export interface Standings {
  readonly standing: Standing;
  readonly monitoring: Monitoring;
  /** The day from which the file is closed; null while it is open. */
  readonly closedOn: CalendarDate | null;
}

/** The events that it reads, each written by another chapter. Source: procedures.md, K12. */
export type StandingEvent = Extract<IdentificationEvent, { type: 'HouseholdOpened' | 'HouseholdTakenOver' }>;

/** How the standing follows from what other chapters record. What does not fit in those moves nothing here. */
export const standing: Chapter<HouseholdStanding, StandingEvent> = {
  initial: null,
  evolve: {
    HouseholdOpened: () => ({ standing: 'ordinary', monitoring: 'none', closedOn: null }),
    HouseholdTakenOver: (_, { standing }) => ({ standing, monitoring: 'none', closedOn: null }),
  },
};
