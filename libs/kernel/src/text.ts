declare const code: unique symbol;

/**
 * Text whose possible values are bounded by a pattern or a list, so that it can hold no personal data: ids, numbers, class codes.
 * Code that casts to it has checked the pattern.
 */
export type Code<Name extends string = string> = string & { readonly [code]: Name };

/** A stream of the log, `household-<id>`. */
export type StreamName = Code<'stream'>;
/** A person or a household whose key seals a box: `person-<id>`, `household-<id>`. */
export type Owner = Code<'owner'>;
export type EntryId = Code<'entry'>;
export type PersonId = Code<'person'>;
export type UnitId = Code<'unit'>;
export type HouseholdId = Code<'household'>;
export type MemberId = Code<'member'>;
export type AccountId = Code<'account'>;
/** GB/T 2260: county 6 digits, township 9, village 12; `CN` is the nation. */
export type RegionCode = Code<'region'>;
/** The number of a document, a meeting or a rule, as it is cited. */
export type DocumentNumber = Code<'document'>;
/** What some bytes are known by, with the algorithm: `sha256:` and 64 hex digits; of an attachment, those of its ciphertext. */
export type Digest = Code<'digest'>;

export const digestShape = /^sha256:[0-9a-f]{64}$/;

/** @param hex 64 digits of a SHA-256. */
export const sha256Digest = (hex: string) => `sha256:${hex}` as Digest;

export const streamName = (kind: string, id: string) => `${kind}-${id}` as StreamName;
