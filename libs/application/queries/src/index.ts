export { AccountReads, rightsShown, rolesShown } from './accounts/account-reads.js';
export { AccountsAsked, AccountsPage, RightShown, RoleShown } from './accounts/accounts.dto.js';
export { AttachmentShown, AttachmentsShown } from './attachments/attachments.dto.js';
export { bringersOf, examinersOf, SubjectAttachments } from './attachments/subject-attachments.js';
export { EntriesAsked, EntriesPage, EntriesExported, EntriesPageAsked, EntryFacets, EntryWhole } from './entries/entries.dto.js';
export { EntryLines } from './entries/entry-lines.js';
export { entryReaders, EntryReads } from './entries/entry-reads.js';
export { EntryWorkbook } from './entries/entry-workbook.js';
export { FacetWords } from './entries/facet-words.js';
export { WholeEntries } from './entries/whole-entries.js';
export { FirstStepsReads } from './first-steps/first-steps-reads.js';
export { FirstStepsShown } from './first-steps/first-steps.dto.js';
export { HelperReads } from './helpers/helper-reads.js';
export {
  HelperCountsShown,
  HelpersAsked,
  PersonHouseholds,
  UnderQuotaAsked,
  UnderQuotaPage,
  UnitHouseholds,
  UnitHouseholdsAsked,
  WithoutPostPage,
} from './helpers/helpers.dto.js';
export { HouseholdReads } from './household/household-reads.js';
export { CountReceipt, HouseholdCounts, HouseholdFilter, ReceiptAsked } from './household/households.dto.js';
export { Receipts } from './household/receipts.js';
export { LedgerWorkbook } from './ledger/ledger-workbook.js';
export { RectificationReads } from './ledger/rectification-reads.js';
export { ProblemDesk } from './ledger/rectification.dto.js';
export { CountyLists } from './lists/county-lists.js';
export { CodesAsked, CodesShown } from './lists/listed.dto.js';
export { LogReads } from './log/log-reads.js';
export { StreamsTold } from './log/streams-told.js';
export { LeafShown, LiveShown, LogShown, RetryShown } from './log/log.dto.js';
export { FieldChangesAsked, KnownAsked, MomentAsked, TwoMomentsAsked } from './moment/moment.dto.js';
export { ReadModelPosition } from './moment/read-model-position.js';
export { NameDirectory } from './names/name-directory.js';
export { NumberAsked, NumberReserved, NumberStanding, NumberStands } from './numbers/numbers.dto.js';
export { Numbers } from './numbers/numbers.js';
export { ActivityCounts } from './people/activity-counts.js';
export { OfficialReads } from './people/official-reads.js';
export { LikelyPeople, PeoplePage, PeopleSearch, PersonLikely, PersonRecord } from './people/people.dto.js';
export { PersonLines } from './people/person-lines.js';
export { ProposalReads } from './proposals/proposal-reads.js';
export { ProposalDesk } from './proposals/proposals.dto.js';
export { RegisterCounting } from './registers/register-counts.js';
export type { ExportRecord, RegisterFile } from './registers/export-record.js';
export { RegisterExport } from './registers/register-export.js';
export { RegisterQuestions } from './registers/register-questions.js';
export { RegisterReads } from './registers/register-reads.js';
export { RegisterReceiptReads } from './registers/register-receipts.js';
export { RegisterRebuilt } from './registers/register-rebuilt.js';
export { RegisterSearch } from './registers/register-search.query.js';
export { CellShown, RegisterChanges, RegisterCounts, RegisterPage, RegisterReceipts, RegistersShown } from './registers/registers.dto.js';
export { RowLines } from './registers/row-lines.js';
export { RowsBeside } from './registers/rows-beside.js';
export { UnreadableQuery } from './registers/unreadable-query.js';
export { RegionReads } from './regions/region-reads.js';
export { RegionsAsked, RegionsShown } from './regions/regions.dto.js';
export { StandardReads } from './standards/standard-reads.js';
export { ProposalsAsked, ProposalsShown, StandardsAsked, StandardsShown } from './standards/standards.dto.js';
export { OpenedSubjects, readersOf } from './subjects/opened-subjects.js';
export { CorrectionBegun, OpenProposals, WhatFollows } from './subjects/amendments.dto.js';
export { SubjectAmendments } from './subjects/subject-amendments.js';
export { SubjectChanges } from './subjects/subject-changes.js';
export { SubjectReads } from './subjects/subject-reads.js';
export { UnitReads } from './units/unit-reads.js';
export { LikelyUnits, UnitLikely, UnitRecord, UnitsAsked, UnitsPage } from './units/units.dto.js';
export { factWords, type FactNames, nothingNamed } from './words/fact-words.js';
export { RefusalsInWords, ruleInWords } from './words/refusals-in-words.js';
export { type Words, wordsOf } from './words/words.js';
export { ViewReads } from './views/view-reads.js';
export { ViewsShown, ViewToSave } from './views/views.dto.js';
