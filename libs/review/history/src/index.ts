export { erasedMark, householdFile, type HouseholdFile, type MemberShown, type Named, type Sight } from './household-file.js';
export { HouseholdFileShown, HouseholdHistory } from './household-file.dto.js';
export { JournalRow } from './journal.entity.js';
export { journal } from './journal.projection.js';
export { momentOf, MomentUnreadable } from './moment.js';
export { told, type ToldEntry } from './told-entry.js';
