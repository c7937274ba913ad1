import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RequireRight, Open, counterRights, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { Heavy } from './heavy.js';
import { HeavyReads } from '@lookback/application/system';
import {
  LedgerAsked,
  LedgerWorkbook,
  LedgerWorkbookAsked,
  ProblemCounts,
  ProblemDesk,
  ProblemPage,
  ProblemsAsked,
  RectificationReads,
} from '@lookback/application/queries';
import { xlsx } from './imports.controller.js';

/** What is asked of the rectification ledger. */
@ApiTags('problems')
@Controller('problems')
export class RectificationController {
  constructor(
    private readonly reads: RectificationReads,
    private readonly workbook: LedgerWorkbook,
  ) {}

  @Get()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'ledger', summary: 'The rectification ledger, the newest found first' })
  @ApiOkResponse({ type: ProblemPage })
  ledger(@Query() query: LedgerAsked, @CurrentAccount() who: Principal): Promise<ProblemPage> {
    return this.reads.ledger(query, who);
  }

  @Get('ledger.xlsx')
  @Heavy()
  @RequireRight(...readerRights)
  @ApiProduces(xlsx)
  @ApiOperation({
    operationId: 'ledgerWorkbook',
    summary: 'The ledger of any moment as a workbook, in the layout in which it can be taken over',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Query() query: LedgerWorkbookAsked, @CurrentAccount() who: Principal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await HeavyReads.written(await this.workbook.write(query, who));
    void reply.type(xlsx).header('Content-Disposition', 'attachment; filename="ledger.xlsx"').send(bytes);
  }

  @Get('desk')
  @Open('signed in')
  @ApiOperation({ operationId: 'problemDesk', summary: 'What waits for the account that asks' })
  @ApiOkResponse({ type: ProblemDesk })
  desk(@CurrentAccount() who: Principal): Promise<ProblemDesk> {
    return this.reads.desk(who);
  }

  @Get('counts')
  @Heavy()
  @RequireRight(...counterRights)
  @ApiOperation({ operationId: 'countProblems', summary: 'Counts problems by region, class, source, status and unit' })
  @ApiOkResponse({ type: ProblemCounts })
  counts(@Query() query: ProblemsAsked, @CurrentAccount() who: Principal): Promise<ProblemCounts> {
    return this.reads.counts(query, who);
  }
}
