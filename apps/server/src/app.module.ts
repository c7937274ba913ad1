import { ApplicationModule } from '@lookback/application/module';
import type { System } from '@lookback/application/system';
import { accessGuard } from '@lookback/office/access';
import { type Clock, validation } from '@lookback/office/desk';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { attachmentsController } from './http/attachments.controller.js';
import { AccountsController } from './http/accounts.controller.js';
import { ViewsController } from './http/views.controller.js';
import { FirstStepsController } from './http/first-steps.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { ClockController } from './http/clock.controller.js';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { NumbersController } from './http/numbers.controller.js';
import { HelpersController } from './http/helpers.controller.js';
import { HouseholdsController } from './http/households.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { LogController } from './http/log.controller.js';
import { PeopleController } from './http/people.controller.js';
import { ProposalsController } from './http/proposals.controller.js';
import { ProblemFilter } from './http/problem-details.filter.js';
import { RectificationController } from './http/rectification.controller.js';
import { RegionsController } from './http/regions.controller.js';
import { RegistersController } from './http/registers.controller.js';
import { RulesController } from './http/rules.controller.js';
import { StandardsController } from './http/standards.controller.js';
import { amendmentsController } from './http/amendments.controller.js';
import { subjectController } from './http/subject.controller.js';
import { unamendedController } from './http/unamended.controller.js';
import { UnitsController } from './http/units.controller.js';
import { ActsController } from './http/acts.controller.js';
import { WordsController } from './http/words.controller.js';
import { ImportJobs } from './import-jobs.js';
import { LiveUpdates, LivePace } from './live-updates.js';

/** The application, spoken to over HTTP. */
@Module({})
export class AppModule {
  static over(system: System, clock?: new () => Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [ApplicationModule.over(system, clock)],
      controllers: [
        HouseholdsController,
        HelpersController,
        RectificationController,
        ProposalsController,
        NumbersController,
        ImportsController,
        RegionsController,
        RegistersController,
        PeopleController,
        UnitsController,
        EntriesController,
        AccountsController,
        FirstStepsController,
        ViewsController,
        StandardsController,
        LogController,
        ...system.parts.filed.filter(({ amendable }) => amendable).map(amendmentsController),
        ...system.parts.filed.flatMap((subject) => [subjectController(subject), attachmentsController(subject)]),
        ...system.parts.all.filter(({ subject }) => !subject?.amendable).map(unamendedController),
        ...system.parts.controllers,
        RulesController,
        ActsController,
        WordsController,
        HealthController,
        MetricsController,
        ClockController,
      ],
      providers: [
        LivePace,
        LiveUpdates,
        ImportJobs,
        accessGuard,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
