import { everyRight, IdParam, IdPipe, RequireRight, OnlyReads, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LikelyUnits, MomentAsked, UnitLikely, UnitReads, UnitRecord, UnitsAsked, UnitsPage } from '@lookback/application/queries';

/** What is asked of public bodies. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(private readonly reads: UnitReads) {}

  @Get()
  @RequireRight(...everyRight)
  @ApiOperation({ operationId: 'units', summary: 'Public bodies by name, kind and region' })
  @ApiOkResponse({ type: UnitsPage })
  find(@Query() query: UnitsAsked, @CurrentAccount() who: Principal): Promise<UnitsPage> {
    return this.reads.find(query, who);
  }

  @Post('likely')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight('administer')
  @ApiOperation({ operationId: 'likelyUnits', summary: 'Public bodies that one may be that is about to be put on record' })
  @ApiOkResponse({ type: LikelyUnits })
  likely(@Body() wanted: UnitLikely, @CurrentAccount() who: Principal): Promise<LikelyUnits> {
    return this.reads.likely(wanted, who);
  }

  @Get(':id/record')
  @RequireRight(...everyRight)
  @IdParam()
  @ApiOperation({ operationId: 'unitRecord', summary: 'People, households, problems and acts of a unit, as of a moment' })
  @ApiOkResponse({ type: UnitRecord })
  record(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<UnitRecord> {
    return this.reads.record(id, query, who);
  }
}
