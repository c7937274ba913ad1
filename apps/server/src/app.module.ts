import { HelperQuery, household, HouseholdQuery, OfficialQuery } from '@lookback/case/household';
import { LedgerQuery } from '@lookback/case/rectification';
import { Catalogue } from '@lookback/kernel';
import { Attachments } from '@lookback/log/attachment';
import { EventLog } from '@lookback/log/event-log';
import { BrokenPlaces, Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { accessControllers, accessProviders, AccountQuery, SessionPool, TokenSecret } from '@lookback/office/access';
import {
  Acquainted,
  CommandContextResolver,
  Clock,
  controllerFor,
  CommandDecider,
  Desk,
  Evidence,
  StreamCache,
  Posts,
  Projected,
  StandardsInForce,
  SubmissionHandler,
  SystemClock,
  validation,
} from '@lookback/office/desk';
import { person, PostsFromLog, RegionDirectory, RegistryQuery, unit } from '@lookback/office/registry';
import { NumbersStanding, Reserving } from '@lookback/office/series';
import { standards, StandardsFromLog } from '@lookback/office/standards';
import { JournalQuery } from '@lookback/review/history';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { catalogue } from './catalogue.js';
import { EvidenceUploaded } from './evidence-uploaded.js';
import { HeavyReads } from './heavy/heavy-reads.js';
import { SubjectAttachments } from './subject-attachments.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { AccountsController } from './http/accounts.controller.js';
import { FirstStepsController } from './http/first-steps.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { ClockConfirmation } from './clock-confirmation.js';
import { ClockController } from './http/clock.controller.js';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { NumbersController } from './http/numbers.controller.js';
import { HelpersController } from './http/helpers.controller.js';
import { HouseholdsController } from './http/households.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { LogController } from './http/log.controller.js';
import { PeopleController } from './http/people.controller.js';
import { ProblemFilter } from './http/problem-details.filter.js';
import { RectificationController } from './http/rectification.controller.js';
import { RegionsController } from './http/regions.controller.js';
import { RulesController } from './http/rules.controller.js';
import { StandardsController } from './http/standards.controller.js';
import { UnitsController } from './http/units.controller.js';
import { WordsController } from './http/words.controller.js';
import { ImportJobs } from './import-jobs.js';
import { Imports } from './imports.js';
import { LiveUpdates, LivePace } from './live-updates.js';
import { Numbers } from './numbers.js';
import { ProjectedByProjector } from './projected.js';
import { AccountReads } from './reads/account-reads.js';
import { ActivityCounts } from './reads/activity-counts.js';
import { EntryLines } from './reads/entry-lines.js';
import { EntryReads } from './reads/entry-reads.js';
import { EntryWorkbook } from './reads/entry-workbook.js';
import { FirstStepsReads } from './reads/first-steps-reads.js';
import { FacetWords } from './reads/facet-words.js';
import { HelperReads } from './reads/helper-reads.js';
import { HouseholdChanges } from './reads/household-changes.js';
import { HouseholdReads } from './reads/household-reads.js';
import { LedgerWorkbook } from './reads/ledger-workbook.js';
import { NameDirectory } from './reads/name-directory.js';
import { LogReads } from './reads/log-reads.js';
import { OfficialReads } from './reads/official-reads.js';
import { OpenedHistories } from './reads/opened-histories.js';
import { OpenedHouseholds } from './reads/opened-households.js';
import { PersonLines } from './reads/person-lines.js';
import { ReadModelPosition } from './reads/read-model-position.js';
import { Receipts } from './reads/receipts.js';
import { RectificationReads } from './reads/rectification-reads.js';
import { RegionReads } from './reads/region-reads.js';
import { StandardReads } from './reads/standard-reads.js';
import { UnitReads } from './reads/unit-reads.js';
import { WholeEntries } from './reads/whole-entries.js';
import { Reminders } from './reminders.js';
import { AttachmentSweep } from './attachment-sweep.js';
import type { System } from './system.js';
import { Watch } from './watch.js';

/** Subjects whose commands have routes of their own. */
const desks = [controllerFor(household), controllerFor(unit), controllerFor(person), controllerFor(standards)];

/** Wires what there is; holds no rule. */
@Module({})
export class AppModule {
  static over(
    { log, attachments, database, keys, projector, broken, regions }: System,
    clock: new () => Clock = SystemClock,
  ): DynamicModule {
    const heavyReads = new HeavyReads(database);
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        HouseholdsController,
        AttachmentsController,
        HelpersController,
        RectificationController,
        NumbersController,
        ImportsController,
        RegionsController,
        PeopleController,
        UnitsController,
        EntriesController,
        AccountsController,
        FirstStepsController,
        StandardsController,
        LogController,
        ...desks,
        ...accessControllers,
        RulesController,
        WordsController,
        HealthController,
        MetricsController,
        ClockController,
      ],
      providers: [
        { provide: EventLog, useValue: log },
        { provide: Attachments, useValue: attachments },
        { provide: Keys, useValue: keys },
        { provide: Catalogue, useValue: catalogue },
        { provide: Projector, useValue: projector },
        { provide: BrokenPlaces, useValue: broken },
        { provide: RegionDirectory, useValue: regions },
        { provide: HeavyReads, useValue: heavyReads },
        { provide: HouseholdQuery, useValue: new HouseholdQuery(heavyReads, keys) },
        { provide: HelperQuery, useValue: new HelperQuery(heavyReads) },
        { provide: OfficialQuery, useValue: new OfficialQuery(database.readModels, keys) },
        { provide: RegistryQuery, useValue: new RegistryQuery(database.readModels, keys) },
        { provide: LedgerQuery, useValue: new LedgerQuery(heavyReads) },
        { provide: AccountQuery, useValue: new AccountQuery(database.readModels) },
        { provide: JournalQuery, useValue: new JournalQuery(heavyReads) },
        { provide: SessionPool, useValue: database.pool },
        { provide: TokenSecret, useValue: new TokenSecret(keys.tokens) },
        { provide: Clock, useClass: clock },
        { provide: Posts, useClass: PostsFromLog },
        { provide: Evidence, useClass: EvidenceUploaded },
        StandardsFromLog,
        { provide: StandardsInForce, useExisting: StandardsFromLog },
        { provide: Projected, useClass: ProjectedByProjector },
        { provide: Watch, useFactory: () => new Watch({ database, projector, log, broken }) },
        StreamCache,
        Acquainted,
        CommandContextResolver,
        CommandDecider,
        Desk,
        SubmissionHandler,
        ReadModelPosition,
        NameDirectory,
        OpenedHistories,
        OpenedHouseholds,
        HouseholdReads,
        HouseholdChanges,
        Receipts,
        HelperReads,
        RectificationReads,
        LedgerWorkbook,
        SubjectAttachments,
        RegionReads,
        ActivityCounts,
        PersonLines,
        OfficialReads,
        UnitReads,
        EntryLines,
        EntryReads,
        EntryWorkbook,
        WholeEntries,
        FacetWords,
        AccountReads,
        FirstStepsReads,
        StandardReads,
        LogReads,
        LivePace,
        LiveUpdates,
        Reminders,
        AttachmentSweep,
        ClockConfirmation,
        { provide: NumbersStanding, useExisting: LedgerQuery },
        Reserving,
        Numbers,
        ImportJobs,
        Imports,
        ...accessProviders,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
