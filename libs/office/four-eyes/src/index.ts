export { fourEyes, withFourEyes } from './four-eyes.js';
export * from './four-eyes.commands.js';
export { answerRules } from './four-eyes.rules.js';
