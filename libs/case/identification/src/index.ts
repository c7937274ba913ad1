export * as identificationCodes from './identification.codes.js';
export type * from './identification.codes.js';
export * as identificationEvents from './identification.events.js';
export type { IdentificationEvent, MemberSaid } from './identification.events.js';
export { identification } from './identification.evolve.js';
export { identificationRoutes } from './identification.routes.js';
export * from './identification.state.js';
export { identificationSlice } from './identification.slice.js';
export { type DocumentHeld, type MemberListed, TakeOverHousehold } from './take-over.js';
