import { RequireRight, Open, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CodesAsked,
  CodesShown,
  CountyLists,
  ProposalsAsked,
  ProposalsShown,
  StandardReads,
  StandardsAsked,
  StandardsShown,
} from '@lookback/application/queries';

/** The standards in force, open to every account that is signed in, and those proposed. */
@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(
    private readonly reads: StandardReads,
    private readonly lists: CountyLists,
  ) {}

  @Get('in-force')
  @Open('signed in')
  @ApiOperation({ operationId: 'standardsInForce', summary: 'Every standard that holds in a region on a day' })
  @ApiOkResponse({ type: StandardsShown })
  inForce(@Query() query: StandardsAsked): Promise<StandardsShown> {
    return this.reads.inForce(query);
  }

  @Get('codes')
  @Open('signed in')
  @ApiOperation({ operationId: 'codesOfList', summary: 'The codes of a list by which rows can be looked for, of the lists of all days' })
  @ApiOkResponse({ type: CodesShown })
  codes(@Query() query: CodesAsked, @CurrentAccount() who: Principal): Promise<CodesShown> {
    return this.lists.codes(query, who);
  }

  @Get('proposed')
  @RequireRight('standards')
  @ApiOperation({ operationId: 'standardsProposed', summary: 'What was proposed in a region and waits for a second person' })
  @ApiOkResponse({ type: ProposalsShown })
  proposed(@Query() { region }: ProposalsAsked, @CurrentAccount() who: Principal): Promise<ProposalsShown> {
    return this.reads.proposed(region, who);
  }
}
