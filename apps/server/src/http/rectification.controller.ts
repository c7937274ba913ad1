import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RequireRight, Open, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { Heavy } from './heavy.js';
import { HeavyReads } from '@lookback/application/system';
import { LedgerWorkbook, ProblemDesk, RectificationReads } from '@lookback/application/queries';
import { Accounts } from '@lookback/office/access';
import { handOver } from './hand-over.js';
import { xlsx } from './imports.controller.js';
import { typedIn, WithFilters, WithPoint } from './register-parameters.js';

/** What is asked of the rectification ledger. */
@ApiTags('problems')
@Controller('problems')
export class RectificationController {
  constructor(
    private readonly reads: RectificationReads,
    private readonly workbook: LedgerWorkbook,
    private readonly accounts: Accounts,
  ) {}

  @Get('ledger.xlsx')
  @Heavy()
  @RequireRight(...readerRights)
  @WithPoint()
  @WithFilters()
  @ApiProduces(xlsx)
  @ApiOperation({
    operationId: 'ledgerWorkbook',
    summary: 'The ledger as a workbook, in the layout in which it can be taken over: the rows of the register `problems`, by its filters',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Query() query: object, @CurrentAccount() who: Principal, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.workbook.begin(typedIn(query, 'query'), who);
    await this.accounts.recordExport(who, file.record);
    handOver(reply, file, await HeavyReads.written(file.bytes));
  }

  @Get('desk')
  @Open('signed in')
  @ApiOperation({ operationId: 'problemDesk', summary: 'What waits for the account that asks' })
  @ApiOkResponse({ type: ProblemDesk })
  desk(@CurrentAccount() who: Principal): Promise<ProblemDesk> {
    return this.reads.desk(who);
  }
}
