import { everyRight, IdParam, IdPipe, May, type SignedIn, Who } from '@lookback/office/desk';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readers } from '../reads/readers.js';
import { UnitReads } from '../reads/unit-reads.js';
import { MomentAsked } from './moment.dto.js';
import { UnitRecord, UnitsAsked, UnitsPage } from './units.dto.js';

/** What is asked of public bodies. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(private readonly reads: UnitReads) {}

  @Get()
  @May(...everyRight)
  @ApiOperation({ operationId: 'units', summary: 'Public bodies by name, kind and region' })
  @ApiOkResponse({ type: UnitsPage })
  find(@Query() asked: UnitsAsked, @Who() who: SignedIn): Promise<UnitsPage> {
    return this.reads.find(asked, who);
  }

  @Get(':id/record')
  @May(...readers)
  @IdParam()
  @ApiOperation({ operationId: 'unitRecord', summary: 'People, households, problems and acts of a unit, as of a moment' })
  @ApiOkResponse({ type: UnitRecord })
  record(@Param('id', IdPipe) id: string, @Query() asked: MomentAsked, @Who() who: SignedIn): Promise<UnitRecord> {
    return this.reads.record(id, asked, who);
  }
}
