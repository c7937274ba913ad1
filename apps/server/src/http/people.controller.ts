import { everyRight, IdParam, IdPipe, RequireRight, OnlyReads, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  LikelyPeople,
  MomentAsked,
  OfficialReads,
  PeoplePage,
  PeopleSearch,
  PersonLikely,
  PersonRecord,
} from '@lookback/application/queries';

/** What is asked of officials. */
@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly reads: OfficialReads) {}

  @Post('search')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight(...everyRight)
  @ApiOperation({ operationId: 'searchPeople', summary: 'Finds officials by the beginning of a name, by unit, post and region' })
  @ApiOkResponse({ type: PeoplePage })
  search(@Body() wanted: PeopleSearch, @CurrentAccount() who: Principal): Promise<PeoplePage> {
    return this.reads.search(wanted, who);
  }

  @Post('likely')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight('administer')
  @ApiOperation({
    operationId: 'likelyPeople',
    summary: 'Officials of the same name or telephone number as one who is about to be put on record',
  })
  @ApiOkResponse({ type: LikelyPeople })
  likely(@Body() wanted: PersonLikely, @CurrentAccount() who: Principal): Promise<LikelyPeople> {
    return this.reads.likely(wanted, who);
  }

  @Get(':id/record')
  @RequireRight(...everyRight)
  @IdParam()
  @ApiOperation({ operationId: 'personRecord', summary: 'Postings, households, problems and acts of an official, as of a moment' })
  @ApiOkResponse({ type: PersonRecord })
  record(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<PersonRecord> {
    return this.reads.record(id, query, who);
  }
}
