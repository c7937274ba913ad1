export { type Changed, difference, type Explained, explained } from './difference.js';
export { type Fields, fieldsOf, namedInFile } from './fields.js';
export { type ClockKind, changesOf } from './field-changes.js';
export {
  FieldChangedShown,
  FieldChangeShown,
  FieldSetShown,
  FileFact,
  SubjectDiff,
  SubjectFieldChanges,
  SubjectFileShown,
  SubjectHistory,
  SubjectWhy,
} from './subject-file.dto.js';
export { JournalRow } from './journal.entity.js';
export { journal } from './journal.projection.js';
export * from './journal.query.js';
export { momentOf, MomentUnreadable } from './moment.js';
export { positionsOf, type Provenance } from './provenance.js';
export { redacted, redactedData } from './redacted-payload.js';
export { type FieldSaid, fieldsSaid } from './fields-said.js';
export { householderKey, householders } from './actor-named.js';
export { accountNamed, channelIn, channelNamed, isProcess, processNamed, recordedOn, type RecorderNamed } from './recorder-named.js';
export type { AccountKnown } from './names.js';
export { narrate, type EntryNarrative, type NarratedBy } from './entry-narrative.js';
export type { Names } from './names.js';
export { placeSaidIn } from './place-said.js';
export { BreachShown, EntryNarrativeShown } from './entry-narrative.dto.js';
