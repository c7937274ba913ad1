import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam, IdPipe, RequireRight, counterRights, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Heavy } from './heavy.js';
import {
  HelperCountsShown,
  HelperReads,
  HelpersAsked,
  PersonHouseholds,
  UnderQuotaAsked,
  UnderQuotaPage,
  UnitHouseholds,
  UnitHouseholdsAsked,
  WithoutPostPage,
} from '@lookback/application/queries';

/** What is asked of those who help households. */
@ApiTags('helpers')
@Controller()
export class HelpersController {
  constructor(private readonly reads: HelperReads) {}

  @Get('helpers/under-quota')
  @Heavy()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'helpersUnderQuota', summary: 'Helpers with fewer households than their rank asks for' })
  @ApiOkResponse({ type: UnderQuotaPage })
  underQuota(@Query() query: UnderQuotaAsked, @CurrentAccount() who: Principal): Promise<UnderQuotaPage> {
    return this.reads.underQuota(query, who);
  }

  @Get('helpers/without-post')
  @Heavy()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'helpersWithoutPost', summary: 'Helpers who hold no post today' })
  @ApiOkResponse({ type: WithoutPostPage })
  withoutPost(@Query() query: UnderQuotaAsked, @CurrentAccount() who: Principal): Promise<WithoutPostPage> {
    return this.reads.withoutPost(query, who);
  }

  @Get('helpers/counts')
  @Heavy()
  @RequireRight(...counterRights)
  @ApiOperation({ operationId: 'countHelpers', summary: 'Counts helpers and the households that have one, by rank and unit' })
  @ApiOkResponse({ type: HelperCountsShown })
  counts(@Query() query: HelpersAsked, @CurrentAccount() who: Principal): Promise<HelperCountsShown> {
    return this.reads.counts(query, who);
  }

  @Get('people/:id/households')
  @RequireRight(...readerRights)
  @IdParam()
  @ApiOperation({ operationId: 'householdsOfPerson', summary: 'The households that an official helps, and those helped before' })
  @ApiOkResponse({ type: PersonHouseholds })
  households(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): Promise<PersonHouseholds> {
    return this.reads.householdsOf(id, who);
  }

  @Get('units/:id/households')
  @RequireRight(...readerRights)
  @IdParam()
  @ApiOperation({ operationId: 'householdsOfUnit', summary: 'The households that somebody helps for a unit' })
  @ApiOkResponse({ type: UnitHouseholds })
  ofUnit(@Param('id', IdPipe) id: string, @Query() query: UnitHouseholdsAsked, @CurrentAccount() who: Principal): Promise<UnitHouseholds> {
    return this.reads.householdsOfUnit(id, query, who);
  }
}
