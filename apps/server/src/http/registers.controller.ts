import { CellShown, RegisterChanges, RegisterPage, RegisterReads, RegistersShown } from '@lookback/application/queries';
import { CurrentAccount, everyRight, OnlyReads, Open, type Principal, RequireRight } from '@lookback/office/desk';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { typedIn, WithFilters, WithListing, WithPoint } from './register-parameters.js';

/** Every list of the office: rows with columns, at any point of the two clocks. */
@ApiTags('registers')
@ApiExtraModels(CellShown, RegisterPage, RegisterChanges)
@Controller('registers')
export class RegistersController {
  constructor(private readonly reads: RegisterReads) {}

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

  @Post(':name/search')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight(...everyRight)
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
