import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam, IdPipe, RequireRight, OnlyReads, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import { HouseholdDiff, HouseholdFileShown, HouseholdFieldChanges, HouseholdHistory, HouseholdWhy } from '@lookback/review/history';
import { Heavy } from './heavy.js';
import {
  CountReceipt,
  FieldChangesAsked,
  HouseholdChanges,
  HouseholdCounts,
  HouseholdFilter,
  HouseholdPage,
  HouseholdReads,
  HouseholdSearch,
  KnownAsked,
  MomentAsked,
  ReceiptAsked,
  Receipts,
  TwoMomentsAsked,
} from '@lookback/application/queries';

const Id = () => IdParam('The household’s id, or its number 户编号.', '610426001200000001');

/** What is asked of households. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(
    private readonly reads: HouseholdReads,
    private readonly changes: HouseholdChanges,
    private readonly receipts: Receipts,
  ) {}

  @Post('search')
  @OnlyReads()
  @HttpCode(200)
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'searchHouseholds', summary: 'Finds households by name, number or registry number' })
  @ApiOkResponse({ type: HouseholdPage })
  search(@Body() wanted: HouseholdSearch, @CurrentAccount() who: Principal): Promise<HouseholdPage> {
    return this.reads.search(wanted, who);
  }

  @Get('counts')
  @Heavy()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'countHouseholds', summary: 'Counts households and people by region, cause, attribute and standing' })
  @ApiOkResponse({ type: HouseholdCounts })
  counts(@Query() filter: HouseholdFilter, @CurrentAccount() who: Principal): Promise<HouseholdCounts> {
    return this.reads.counts(filter, who);
  }

  @Get('counts/receipt')
  @Heavy()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'countReceipt', summary: 'The households behind a figure, and the entries that put each there' })
  @ApiOkResponse({ type: CountReceipt })
  receipt(@Query() query: ReceiptAsked, @CurrentAccount() who: Principal): Promise<CountReceipt> {
    return this.receipts.read(query, who);
  }

  @Get(':id')
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({ operationId: 'householdAsOf', summary: 'The household on a day, as known at a position' })
  @ApiOkResponse({ type: HouseholdFileShown })
  file(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<HouseholdFileShown> {
    return this.reads.file(id, query, who);
  }

  @Get(':id/history')
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({ operationId: 'historyOfHousehold', summary: 'What was recorded of the household, as sentences' })
  @ApiOkResponse({ type: HouseholdHistory })
  history(@Param('id', IdPipe) id: string, @Query() query: KnownAsked, @CurrentAccount() who: Principal): Promise<HouseholdHistory> {
    return this.reads.history(id, query, who);
  }

  @Get(':id/why')
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({ operationId: 'whyOfHousehold', summary: 'The entries that set every field of the file' })
  @ApiOkResponse({ type: HouseholdWhy })
  why(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<HouseholdWhy> {
    return this.changes.why(id, query, who);
  }

  @Get(':id/diff')
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({
    operationId: 'diffOfHousehold',
    summary: 'What differs between the file at two moments, and the entries that make the difference',
  })
  @ApiOkResponse({ type: HouseholdDiff })
  diff(@Param('id', IdPipe) id: string, @Query() query: TwoMomentsAsked, @CurrentAccount() who: Principal): Promise<HouseholdDiff> {
    return this.changes.diff(id, query, who);
  }

  @Get(':id/changes')
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({ operationId: 'fieldChangesOfHousehold', summary: 'Every entry at which a field of the file changed' })
  @ApiOkResponse({ type: HouseholdFieldChanges })
  fieldChanges(
    @Param('id', IdPipe) id: string,
    @Query() query: FieldChangesAsked,
    @CurrentAccount() who: Principal,
  ): Promise<HouseholdFieldChanges> {
    return this.changes.ofField(id, query, who);
  }
}
