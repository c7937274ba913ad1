import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UnsupportedMediaTypeException } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam, IdPipe, May, type SignedIn, Who } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { ImportJobs } from '../import-jobs.js';
import { ImportAsked, ImportShown } from './imports.dto.js';

/** The media type of .xlsx. */
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lists that arrive from outside. */
@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly jobs: ImportJobs) {}

  @Post('roster')
  @HttpCode(202)
  @May('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importRoster', summary: 'Takes the national registry’s export over' })
  @ApiOkResponse({ type: ImportShown })
  roster(@Body() bytes: unknown, @Query() asked: ImportAsked, @Who() who: SignedIn): ImportShown {
    return this.jobs.begin('roster', workbook(bytes), asked, who);
  }

  @Post('pairing')
  @HttpCode(202)
  @May('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importPairing', summary: 'Takes the list of who helps which household over' })
  @ApiOkResponse({ type: ImportShown })
  pairing(@Body() bytes: unknown, @Query() asked: ImportAsked, @Who() who: SignedIn): ImportShown {
    return this.jobs.begin('pairing', workbook(bytes), asked, who);
  }

  @Post('ledger')
  @HttpCode(202)
  @May('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importLedger', summary: 'Takes a problem-rectification ledger over' })
  @ApiOkResponse({ type: ImportShown })
  ledger(@Body() bytes: unknown, @Query() asked: ImportAsked, @Who() who: SignedIn): ImportShown {
    return this.jobs.begin('ledger', workbook(bytes), asked, who);
  }

  @Get()
  @May('record')
  @ApiOperation({ operationId: 'imports', summary: 'One’s own takeovers, the newest first' })
  @ApiOkResponse({ type: [ImportShown] })
  mine(@Who() who: SignedIn): ImportShown[] {
    return this.jobs.mine(who);
  }

  @Get(':id')
  @May('record')
  @IdParam()
  @ApiOperation({ operationId: 'showImport', summary: 'How far a takeover has come' })
  @ApiOkResponse({ type: ImportShown })
  show(@Param('id', IdPipe) id: string, @Who() who: SignedIn): ImportShown {
    return this.jobs.show(id, who);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @May('record')
  @IdParam()
  @ApiOperation({ operationId: 'stopImport', summary: 'Ends a takeover after the batch in hand' })
  @ApiOkResponse({ type: ImportShown })
  stop(@Param('id', IdPipe) id: string, @Who() who: SignedIn): ImportShown {
    return this.jobs.stop(id, who);
  }

  @Get(':id/refused.xlsx')
  @May('record')
  @IdParam()
  @ApiOperation({ operationId: 'refusedRows', summary: 'The refused households, to be mended and imported' })
  refused(@Param('id', IdPipe) id: string, @Who() who: SignedIn, @Res() reply: FastifyReply): void {
    const workbook = this.jobs.refused(id, who);
    void reply.type(xlsx).header('Content-Disposition', 'attachment; filename="refused.xlsx"').send(Buffer.from(workbook));
  }
}

function workbook(bytes: unknown): Uint8Array {
  if (!Buffer.isBuffer(bytes)) throw new UnsupportedMediaTypeException(`send the workbook as ${xlsx}`);
  return bytes;
}
