export { CorrectionRequestRow } from './correction-request.entity.js';
export { answererRights, fourEyes, requestRights, withFourEyes, withRequests } from './four-eyes.js';
export * from './four-eyes.commands.js';
export { answerRules, refuse as refuseAnswering } from './four-eyes.rules.js';
export { type ProposalKind, proposalKinds, type ProposalOutcome, proposalOutcomes, ProposalRow } from './proposal.entity.js';
export { type ProposalListed, ProposalQuery, type RequestListed, type TrayListed } from './proposal.query.js';
export { kindOf, proposalsModel } from './proposals.projection.js';
