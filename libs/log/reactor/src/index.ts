export { type AnsweredEntry, type Submit } from './answering.js';
export type { Answer, Heard, Reaction } from './reaction.js';
export type { StuckReaction } from './reactions.store.js';
export { Reactor, type ReactionStatus, type ReactorCondition, type ReactorDependencies } from './reactor.js';
