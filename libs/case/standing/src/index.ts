export * as standingCodes from './standing.codes.js';
export type { Monitoring, Standing } from './standing.codes.js';
export { standing, type HouseholdStanding, type StandingEvent, type Standings } from './standing.chapter.js';
