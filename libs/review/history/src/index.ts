export { erasedMark, householdFile, type HouseholdFile, type MemberShown, type NamedInFile, namedInFile } from './household-file.js';
export { type Changed, difference, type Explained } from './difference.js';
export { fieldCalled, type Fields, fieldsOf } from './fields.js';
export { type ClockKind, changesOf } from './field-changes.js';
export {
  AsOfShown,
  FieldChangedShown,
  FieldSetShown,
  FieldChangeShown,
  HouseholdDiff,
  HouseholdFileShown,
  HouseholdFieldChanges,
  HouseholdHistory,
  HouseholdWhy,
} from './household-file.dto.js';
export { JournalRow } from './journal.entity.js';
export { journal } from './journal.projection.js';
export * from './journal.query.js';
export { momentOf, MomentUnreadable } from './moment.js';
export { positionsOf, type Provenance, provenance } from './provenance.js';
export { redacted } from './redacted-payload.js';
export type { Visibility } from './visibility.js';
export { householderKey, householders } from './actor-named.js';
export { accountNamed, channelIn, channelNamed, isProcess, processNamed, recordedOn, type RecorderNamed } from './recorder-named.js';
export type { AccountKnown } from './names.js';
export { narrate, type EntryNarrative, type NarratedBy } from './entry-narrative.js';
export type { Names } from './names.js';
export { placeSaidIn } from './place-said.js';
export { EntryNarrativeShown } from './entry-narrative.dto.js';
