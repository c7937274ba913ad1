export { code, line, lines, mixedCode } from './characters.js';
export { birthdayIn, checkCharacter, citizenNumber, citizenNumberFault, upgraded } from './citizen-number.js';
export { day, dayUpTo } from './days.js';
export { documentKindOf, documentNumber, type IdentityDocumentKind } from './documents.js';
export { inputRules, unreadable } from './input.rules.js';
export { isMissing, itself, type Meant, missing, optional, type Reading } from './meant.js';
export { digits, mostFen, mu, signedYuan, whole, yuan } from './numbers.js';
export { phone } from './phones.js';
export { name, personName, searched, text, words } from './texts.js';
