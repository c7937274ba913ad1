export type { Counts, FaultTold, ImportReport, SubjectTold } from './import-report.js';
export { listRules } from './lists.rules.js';
export { importRoster, type RosterReport, type TakingRosterOver } from './roster/import-roster.js';
export type { Causes } from './roster/causes.js';
export type { Villages } from './roster/roster.list.js';
export type { KnownNumbers, Place } from './roster/shared-numbers.js';
