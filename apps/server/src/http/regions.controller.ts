import { Open, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegionReads, RegionsAsked, RegionsShown } from '@lookback/application/queries';

/** Counties, townships and villages by name. */
@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(private readonly reads: RegionReads) {}

  @Get()
  @Open('signed in')
  @ApiOperation({ operationId: 'regions', summary: 'The divisions in which the asker holds a right, as of a moment' })
  @ApiOkResponse({ type: RegionsShown })
  all(@Query() query: RegionsAsked, @CurrentAccount() who: Principal): Promise<RegionsShown> {
    return this.reads.within(query, who);
  }
}
