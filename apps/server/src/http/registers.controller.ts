import {
  CellShown,
  RegisterChanges,
  RegisterCounting,
  RegisterCounts,
  RegisterExport,
  RegisterPage,
  RegisterReads,
  RegisterReceiptReads,
  RegisterReceipts,
  RegistersShown,
} from '@lookback/application/queries';
import { HeavyReads } from '@lookback/application/system';
import { Accounts } from '@lookback/office/access';
import type { FastifyReply } from 'fastify';
import { Heavy } from './heavy.js';
import { csv, handOver } from './hand-over.js';
import { xlsx } from './imports.controller.js';
import { CurrentAccount, everyRight, OnlyReads, Open, type Principal, RequireRight } from '@lookback/office/desk';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiProduces, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { By, NameParam, ToFile, typedIn, WithFilters, WithListing, WithPoint } from './register-parameters.js';

/** Every list of the office: rows with columns, at any point of the two clocks. */
@ApiTags('registers')
@ApiExtraModels(CellShown, RegisterPage, RegisterChanges)
@Controller('registers')
export class RegistersController {
  constructor(
    private readonly reads: RegisterReads,
    private readonly counting: RegisterCounting,
    private readonly receiptReads: RegisterReceiptReads,
    private readonly files: RegisterExport,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Open('signed in')
  @ApiOperation({
    operationId: 'registers',
    summary: 'The registers that the account may read: their columns, and what can be asked of each',
  })
  @ApiOkResponse({ type: RegistersShown })
  registers(@CurrentAccount() who: Principal): RegistersShown {
    return this.reads.registers(who);
  }

  @Get(':name')
  @RequireRight(...everyRight)
  @NameParam()
  @WithPoint()
  @WithListing()
  @WithFilters()
  @ApiOperation({
    operationId: 'register',
    summary: 'Rows of a register, by whatever columns; with `since`, those that changed, before and after',
  })
  @ApiOkResponse({ schema: { oneOf: [RegisterPage, RegisterChanges].map((type) => ({ $ref: getSchemaPath(type) })) } })
  page(@Param('name') name: string, @Query() query: object, @CurrentAccount() who: Principal): Promise<RegisterPage | RegisterChanges> {
    return this.reads.page(name, typedIn(query, 'query'), who);
  }

  @Get(':name/counts')
  @Heavy()
  @RequireRight(...everyRight)
  @NameParam()
  @WithPoint()
  @By()
  @WithFilters()
  @ApiOperation({
    operationId: 'countRegister',
    summary: 'Counts the rows of a register by columns, with what the receipts of each figure are asked by',
  })
  @ApiOkResponse({ type: RegisterCounts })
  counts(@Param('name') name: string, @Query() query: object, @CurrentAccount() who: Principal): Promise<RegisterCounts> {
    return this.counting.counts(name, typedIn(query, 'query'), who);
  }

  @Get(':name/receipts')
  @Heavy()
  @RequireRight(...everyRight)
  @NameParam()
  @WithPoint()
  @By()
  @WithFilters()
  @ApiOperation({
    operationId: 'registerReceipts',
    summary: 'What a figure rests on: its rows, each with the entry that set what is counted',
  })
  @ApiOkResponse({ type: RegisterReceipts })
  receipts(@Param('name') name: string, @Query() query: object, @CurrentAccount() who: Principal): Promise<RegisterReceipts> {
    return this.receiptReads.receipts(name, typedIn(query, 'query'), who);
  }

  @Get(':name/export')
  @Heavy()
  @RequireRight(...everyRight)
  @NameParam()
  @WithPoint()
  @WithListing()
  @ToFile()
  @WithFilters()
  @ApiProduces(xlsx, csv)
  @ApiOperation({
    operationId: 'exportRegister',
    summary: 'The rows of a register as a file, all of one point of the two clocks; the account’s history says that it was asked for',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Param('name') name: string,
    @Query() query: object,
    @CurrentAccount() who: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.begin(name, typedIn(query, 'query'), who);
    await this.accounts.recordExport(who, file.record);
    handOver(reply, file, await HeavyReads.written(file.bytes));
  }

  @Post(':name/search')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight(...everyRight)
  @NameParam()
  @ApiOperation({
    operationId: 'searchRegister',
    summary: 'The same, also by a name or a citizen number, which stand in no address: what else is asked for stands beside `text`',
  })
  @ApiBody({
    schema: { type: 'object', properties: { text: { type: 'string', example: '李伟' } }, additionalProperties: { type: 'string' } },
  })
  @ApiOkResponse({ schema: { oneOf: [RegisterPage, RegisterChanges].map((type) => ({ $ref: getSchemaPath(type) })) } })
  search(@Param('name') name: string, @Body() body: object, @CurrentAccount() who: Principal): Promise<RegisterPage | RegisterChanges> {
    return this.reads.page(name, typedIn(body, 'body'), who);
  }
}
