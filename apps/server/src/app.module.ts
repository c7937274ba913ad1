import { HelperQuery, household, HouseholdQuery, OfficialQuery } from '@lookback/case/household';
import { LedgerQuery } from '@lookback/case/rectification';
import { Catalogue } from '@lookback/kernel';
import { Attachments } from '@lookback/log/attachment';
import { EventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { accessControllers, accessProviders, TokenSecret } from '@lookback/office/access';
import {
  AttributionOf,
  Clock,
  controllerFor,
  Decided,
  Desk,
  Evidence,
  Posts,
  Projected,
  StandardsInForce,
  SubmissionHandler,
  SystemClock,
} from '@lookback/office/desk';
import { person, PostsFromLog, RegionDirectory, unit } from '@lookback/office/registry';
import { standards, StandardsFromLog } from '@lookback/office/standards';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { catalogue } from './catalogue.js';
import { EvidenceUploaded } from './evidence-uploaded.js';
import { Health } from './health.js';
import { HouseholdPapers } from './household-papers.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { HealthController } from './http/health.controller.js';
import { HelpersController } from './http/helpers.controller.js';
import { HouseholdsController } from './http/households.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RectificationController } from './http/rectification.controller.js';
import { RulesController } from './http/rules.controller.js';
import { validation } from './http/validation.js';
import { ImportJobs } from './import-jobs.js';
import { Imports } from './imports.js';
import { ProjectedByProjector } from './projected.js';
import { HelperReads } from './reads/helper-reads.js';
import { HouseholdReads } from './reads/household-reads.js';
import { LedgerWorkbook } from './reads/ledger-workbook.js';
import { RectificationReads } from './reads/rectification-reads.js';
import { Reminders } from './reminders.js';
import { Sweeping } from './sweeping.js';
import type { System } from './system.js';

/** Subjects whose commands have routes of their own. */
const desks = [controllerFor(household), controllerFor(unit), controllerFor(person), controllerFor(standards)];

/** Wires what there is; holds no rule. */
@Module({})
export class AppModule {
  static over({ log, attachments, database, keys, projector, regions }: System, clock: new () => Clock = SystemClock): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        HouseholdsController,
        AttachmentsController,
        HelpersController,
        RectificationController,
        ImportsController,
        ...desks,
        ...accessControllers,
        RulesController,
        HealthController,
      ],
      providers: [
        { provide: EventLog, useValue: log },
        { provide: Attachments, useValue: attachments },
        { provide: Keys, useValue: keys },
        { provide: Catalogue, useValue: catalogue },
        { provide: Projector, useValue: projector },
        { provide: RegionDirectory, useValue: regions },
        { provide: HouseholdQuery, useValue: new HouseholdQuery(database.readModels, keys) },
        { provide: HelperQuery, useValue: new HelperQuery(database.readModels) },
        { provide: OfficialQuery, useValue: new OfficialQuery(database.readModels, keys) },
        { provide: LedgerQuery, useValue: new LedgerQuery(database.readModels) },
        { provide: TokenSecret, useValue: new TokenSecret(keys.tokens) },
        { provide: Clock, useClass: clock },
        { provide: Posts, useClass: PostsFromLog },
        { provide: StandardsInForce, useClass: StandardsFromLog },
        { provide: Evidence, useClass: EvidenceUploaded },
        { provide: Projected, useClass: ProjectedByProjector },
        { provide: Health, useValue: new Health(database, projector) },
        AttributionOf,
        Decided,
        Desk,
        SubmissionHandler,
        HouseholdReads,
        HelperReads,
        RectificationReads,
        LedgerWorkbook,
        HouseholdPapers,
        Reminders,
        Sweeping,
        ImportJobs,
        Imports,
        ...accessProviders,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
