import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequireRight, counterRights, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Heavy } from './heavy.js';
import { CountReceipt, HouseholdCounts, HouseholdFilter, HouseholdReads, ReceiptAsked, Receipts } from '@lookback/application/queries';

/** What is asked of households together. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(
    private readonly reads: HouseholdReads,
    private readonly receipts: Receipts,
  ) {}

  @Get('counts')
  @Heavy()
  @RequireRight(...counterRights)
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
}
