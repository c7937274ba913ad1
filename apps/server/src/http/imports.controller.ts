import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam, IdPipe, RequireRight, type Principal, Unusable, CurrentAccount } from '@lookback/office/desk';
import { defaultLimits } from '@lookback/paper/workbook';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
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
  @RequireRight('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importRoster', summary: 'Takes the national registry’s export over' })
  @ApiOkResponse({ type: ImportShown })
  async roster(@Req() request: FastifyRequest, @Query() options: ImportAsked, @CurrentAccount() who: Principal): Promise<ImportShown> {
    return this.jobs.begin('roster', await workbook(request.body), options, who);
  }

  @Post('pairing')
  @HttpCode(202)
  @RequireRight('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importPairing', summary: 'Takes the list of who helps which household over' })
  @ApiOkResponse({ type: ImportShown })
  async pairing(@Req() request: FastifyRequest, @Query() options: ImportAsked, @CurrentAccount() who: Principal): Promise<ImportShown> {
    return this.jobs.begin('pairing', await workbook(request.body), options, who);
  }

  @Post('ledger')
  @HttpCode(202)
  @RequireRight('record')
  @ApiConsumes(xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'importLedger', summary: 'Takes a problem-rectification ledger over' })
  @ApiOkResponse({ type: ImportShown })
  async ledger(@Req() request: FastifyRequest, @Query() options: ImportAsked, @CurrentAccount() who: Principal): Promise<ImportShown> {
    return this.jobs.begin('ledger', await workbook(request.body), options, who);
  }

  @Get()
  @RequireRight('record')
  @ApiOperation({ operationId: 'imports', summary: 'One’s own takeovers, the newest first' })
  @ApiOkResponse({ type: [ImportShown] })
  mine(@CurrentAccount() who: Principal): ImportShown[] {
    return this.jobs.mine(who);
  }

  @Get(':id')
  @RequireRight('record')
  @IdParam()
  @ApiOperation({ operationId: 'showImport', summary: 'How far a takeover has come' })
  @ApiOkResponse({ type: ImportShown })
  show(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): ImportShown {
    return this.jobs.show(id, who);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @RequireRight('record')
  @IdParam()
  @ApiOperation({ operationId: 'stopImport', summary: 'Ends a takeover after the batch in hand' })
  @ApiOkResponse({ type: ImportShown })
  stop(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): ImportShown {
    return this.jobs.stop(id, who);
  }

  @Get(':id/refused.xlsx')
  @RequireRight('record')
  @IdParam()
  @ApiOperation({ operationId: 'refusedRows', summary: 'The refused households, to be mended and imported' })
  refused(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal, @Res() reply: FastifyReply): void {
    const workbook = this.jobs.refused(id, who);
    void reply.type(xlsx).header('Content-Disposition', 'attachment; filename="refused.xlsx"').send(Buffer.from(workbook));
  }
}

/** The bytes of a workbook, once it is known that who sends them may. */
async function workbook(body: unknown): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new Unusable('Content-Type', { en: `must be ${xlsx}`, zh: `应为 ${xlsx}` }, 415);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > defaultLimits.fileBytes) throw new Unusable('body', { en: 'is too large', zh: '过大' }, 413);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
