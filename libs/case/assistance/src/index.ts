export * as assistanceCodes from './assistance.codes.js';
export type { Affiliation } from './assistance.codes.js';
export { assistance } from './assistance.decider.js';
export * as assistanceEvents from './assistance.events.js';
export type { AssistanceEvent, Helper } from './assistance.events.js';
export { assistanceRoutes } from './assistance.routes.js';
export { type Assistance, type AssistanceView, type Helping, isHelping } from './assistance.state.js';
export { assistanceSlice } from './assistance.slice.js';
export { HelperListed, TakeOverHelpers } from './take-over.js';
