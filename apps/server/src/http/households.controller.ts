import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { IdPipe, May, type SignedIn, Who } from '@lookback/office/desk';
import { HouseholdFileShown, HouseholdHistory } from '@lookback/review/history';
import { HouseholdReads, readers } from '../reads/household-reads.js';
import { HouseholdCounts, HouseholdFilter, HouseholdPage, HouseholdSearch } from './households.dto.js';

const At = () =>
  ApiQuery({ name: 'at', required: false, description: 'The day on which it was so; today where left out.', example: '2018-06-30' });
const Known = () =>
  ApiQuery({
    name: 'known',
    required: false,
    description: 'What was known: `@position`, an instant, or a day; the newest where left out.',
    example: '@4711',
  });
const Id = () => ApiParam({ name: 'id', description: 'The household’s id, or its number 户编号.' });

/** What is asked of households. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(private readonly reads: HouseholdReads) {}

  @Post('search')
  @HttpCode(200)
  @May(...readers)
  @ApiOperation({ operationId: 'searchHouseholds', summary: 'Finds households by name, number or registry number' })
  @ApiOkResponse({ type: HouseholdPage })
  search(@Body() wanted: HouseholdSearch, @Who() who: SignedIn): Promise<HouseholdPage> {
    return this.reads.search(wanted, who);
  }

  @Get('counts')
  @May(...readers)
  @ApiOperation({ operationId: 'countHouseholds', summary: 'Counts households and people by region, cause, attribute and status' })
  @ApiOkResponse({ type: HouseholdCounts })
  counts(@Query() filter: HouseholdFilter, @Who() who: SignedIn): Promise<HouseholdCounts> {
    return this.reads.counts(filter, who);
  }

  @Get(':id')
  @May(...readers)
  @Id()
  @At()
  @Known()
  @ApiOperation({ operationId: 'householdAsOf', summary: 'The household on a day, as known at a position' })
  @ApiOkResponse({ type: HouseholdFileShown })
  file(
    @Param('id', IdPipe) id: string,
    @Who() who: SignedIn,
    @Query('at') at?: string,
    @Query('known') known?: string,
  ): Promise<HouseholdFileShown> {
    return this.reads.file(id, { at, known }, who);
  }

  @Get(':id/history')
  @May(...readers)
  @Id()
  @Known()
  @ApiOperation({ operationId: 'historyOfHousehold', summary: 'What was recorded of the household, as sentences' })
  @ApiOkResponse({ type: HouseholdHistory })
  history(@Param('id', IdPipe) id: string, @Who() who: SignedIn, @Query('known') known?: string): Promise<HouseholdHistory> {
    return this.reads.history(id, { known }, who);
  }
}
