export { answererRights, fourEyes, withFourEyes } from './four-eyes.js';
export * from './four-eyes.commands.js';
export { answerRules, refuse as refuseAnswering } from './four-eyes.rules.js';
export { type ProposalKind, proposalKinds, type ProposalOutcome, proposalOutcomes, ProposalRow } from './proposal.entity.js';
export { type ProposalListed, ProposalQuery, type ProposalTray } from './proposal.query.js';
export { kindOf, proposalsModel } from './proposals.projection.js';
