import {
  HelperQuery,
  HouseholdLookup,
  HouseholdQuery,
  MembershipsFromLog,
  NameIndex,
  OfficialQuery,
  OtherHouseholds,
} from '@lookback/case/household';
import { LedgerQuery } from '@lookback/case/rectification';
import { Catalogue } from '@lookback/kernel';
import { Attachments } from '@lookback/log/attachment';
import { EventLog, StreamCache } from '@lookback/log/event-log';
import { Reactor } from '@lookback/log/reactor';
import { BrokenPlaces, Projector, RegisterQuery } from '@lookback/log/read-model';
import { Keys } from '@lookback/log/vault';
import { accessProviders, AccountQuery, SessionPool, TokenSecret } from '@lookback/office/access';
import {
  type AddressedCommand,
  Clock,
  CodeLists,
  deskProviders,
  Evidence,
  Memberships,
  OtherSubjects,
  Parts,
  Posts,
  Projected,
  RefusalWords,
  StandardsInForce,
  SystemClock,
} from '@lookback/office/desk';
import { ProposalQuery } from '@lookback/office/four-eyes';
import { PostsFromLog, RegionDirectory, RegistryQuery } from '@lookback/office/registry';
import { NumbersStanding, Reserving } from '@lookback/office/series';
import { ListsFromLog, StandardsFromLog } from '@lookback/office/standards';
import { JournalQuery } from '@lookback/review/history';
import {
  AttachmentSweep,
  ClockConfirmation,
  EvidenceUploaded,
  HeavyReads,
  ProjectedByProjector,
  reactorOver,
  Reminders,
  type System,
  Watch,
} from '@lookback/application/system';
import {
  RefusalsInWords,
  AccountReads,
  ActivityCounts,
  EntryLines,
  EntryReads,
  EntryWorkbook,
  FacetWords,
  FirstStepsReads,
  ViewReads,
  HelperReads,
  HouseholdReads,
  LedgerWorkbook,
  LogReads,
  StreamsTold,
  NameDirectory,
  Numbers,
  OfficialReads,
  OpenedSubjects,
  PersonLines,
  ProposalReads,
  ReadModelPosition,
  Receipts,
  RectificationReads,
  RegionReads,
  RegisterCounting,
  RegisterExport,
  RegisterQuestions,
  RegisterReads,
  RegisterReceiptReads,
  RegisterSearch,
  RowLines,
  RowsBeside,
  StandardReads,
  CountyLists,
  SubjectAttachments,
  SubjectAmendments,
  SubjectChanges,
  SubjectReads,
  UnitReads,
  WholeEntries,
} from '@lookback/application/queries';
import { Imports } from '@lookback/application/imports';
import { type DynamicModule, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';

/** What server and command line both are: the one handler behind the CommandBus, and every query. Wires what there is; holds no rule. */
@Module({})
export class ApplicationModule {
  static over(system: System, clock: new () => Clock = SystemClock): DynamicModule {
    const { parts, log, attachments, database, keys, projector, broken, regions } = system;
    const heavyReads = new HeavyReads(database);
    const names = new NameIndex(heavyReads, log, keys.names);
    const providers = [
      { provide: EventLog, useValue: log },
      { provide: Attachments, useValue: attachments },
      { provide: Keys, useValue: keys },
      { provide: Parts, useValue: parts },
      { provide: Catalogue, useValue: parts.catalogue },
      { provide: Projector, useValue: projector },
      { provide: BrokenPlaces, useValue: broken },
      { provide: RegionDirectory, useValue: regions },
      { provide: HeavyReads, useValue: heavyReads },
      { provide: HouseholdQuery, useValue: new HouseholdQuery(heavyReads, names) },
      { provide: HouseholdLookup, useValue: new HouseholdLookup(database.readModels, names) },
      { provide: OtherSubjects, useFactory: (lookup: HouseholdLookup) => new OtherHouseholds(lookup), inject: [HouseholdLookup] },
      { provide: HelperQuery, useValue: new HelperQuery(heavyReads, names) },
      { provide: OfficialQuery, useValue: new OfficialQuery(database.readModels, keys) },
      { provide: RegistryQuery, useValue: new RegistryQuery(database.readModels, keys) },
      { provide: LedgerQuery, useValue: new LedgerQuery(heavyReads) },
      { provide: AccountQuery, useValue: new AccountQuery(database.readModels) },
      { provide: ProposalQuery, useValue: new ProposalQuery(heavyReads) },
      { provide: RegisterQuery, useValue: new RegisterQuery(heavyReads) },
      { provide: JournalQuery, useValue: new JournalQuery(heavyReads) },
      { provide: SessionPool, useValue: database.pool },
      { provide: TokenSecret, useValue: new TokenSecret(keys.tokens) },
      { provide: Clock, useClass: clock },
      { provide: Posts, useClass: PostsFromLog },
      { provide: Memberships, useClass: MembershipsFromLog },
      { provide: Evidence, useClass: EvidenceUploaded },
      StandardsFromLog,
      { provide: StandardsInForce, useExisting: StandardsFromLog },
      ListsFromLog,
      { provide: CodeLists, useExisting: ListsFromLog },
      CountyLists,
      { provide: Projected, useClass: ProjectedByProjector },
      RefusalsInWords,
      { provide: RefusalWords, useExisting: RefusalsInWords },
      { provide: Reactor, useFactory: (bus: CommandBus) => reactorOver(system, bus), inject: [CommandBus] },
      {
        provide: Watch,
        useFactory: (reactor: Reactor<AddressedCommand>) => new Watch({ parts, database, projector, reactor, log, broken }),
        inject: [Reactor],
      },
      { provide: StreamCache, useFactory: () => new StreamCache(log) },
      ...deskProviders,
      ReadModelPosition,
      NameDirectory,
      OpenedSubjects,
      HouseholdReads,
      SubjectReads,
      SubjectAmendments,
      ProposalReads,
      SubjectChanges,
      Receipts,
      HelperReads,
      RectificationReads,
      LedgerWorkbook,
      SubjectAttachments,
      RegionReads,
      { provide: RegisterSearch, useValue: new RegisterSearch(names, keys) },
      RegisterQuestions,
      RowLines,
      RowsBeside,
      RegisterReads,
      RegisterCounting,
      RegisterReceiptReads,
      RegisterExport,
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
      ViewReads,
      StandardReads,
      LogReads,
      StreamsTold,
      Reminders,
      AttachmentSweep,
      ClockConfirmation,
      { provide: NumbersStanding, useExisting: LedgerQuery },
      Reserving,
      Numbers,
      Imports,
      ...accessProviders,
    ];
    return { module: ApplicationModule, imports: [CqrsModule.forRoot()], providers, exports: providers };
  }
}
