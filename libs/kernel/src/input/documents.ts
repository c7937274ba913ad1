import { code } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, missing, type Reading } from './meant.js';

/** What shows who somebody is that has no citizen number, and how its numbers look. */
const shapes = {
  'hk-macao-permit': /^[HM](?:\d{8}|\d{10})$/,
  'taiwan-permit': /^(?:\d{8}|\d{10})$/,
  'residence-permit': /^8[1-3]0000\d{11}[\dX]$/,
  'permanent-residence-card': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  passport: /^[A-Z]{1,2}\d{7,8}$/,
  'birth-certificate': /^[A-Z]\d{9}$/,
} as const;
export type IdentityDocumentKind = keyof typeof shapes;

/** The number of a document of a kind. */
export const documentNumber =
  (kind: IdentityDocumentKind): Reading<string> =>
  (written) => {
    const plainly = code(written).replace(/[()]/g, '');
    if (plainly === '') return missing;
    return shapes[kind].test(plainly) ? itself(plainly) : unreadable('input.document-unreadable');
  };

/** Those whose numbers can be taken for nothing else, where nobody says of which kind it is. */
const unmistakable = [
  'hk-macao-permit',
  'permanent-residence-card',
  'birth-certificate',
] as const satisfies readonly IdentityDocumentKind[];

/** The kind of document that a number can only be of; undefined where it may be a citizen's, or anything. */
export const documentKindOf = (number: string): IdentityDocumentKind | undefined =>
  /^[A-Z]/.test(number) ? unmistakable.find((kind) => shapes[kind].test(number)) : undefined;
