export * from './catalogue.js';
export { HouseholdRow } from './household.entity.js';
export { householdIdOf } from './household-id.js';
export * from './household.js';
export { households } from './household.projection.js';
export * from './household.query.js';
export { PersonRow } from './person.entity.js';
