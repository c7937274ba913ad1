export * as assistanceCodes from './assistance.codes.js';
export { assistance } from './assistance.decider.js';
export * as assistanceEvents from './assistance.events.js';
export type { AssistanceEvent } from './assistance.events.js';
export { assistanceRoutes } from './assistance.routes.js';
export { assistanceRules } from './assistance.rules.js';
export type { Assistance, AssistanceView } from './assistance.state.js';
export { assistanceWords } from './assistance.words.js';
