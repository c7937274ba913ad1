export * from './helper.query.js';
export { householdIdOf } from './household-id.js';
export { household, type Household, type HouseholdEvent } from './household.js';
export { householdPart } from './household.part.js';
export * from './household.query.js';
export { MembershipsFromLog } from './memberships-from-log.js';
export { OfficialQuery } from './official.query.js';
