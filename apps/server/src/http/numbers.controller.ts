import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Conditions, RequireRight, OnlyReads, readerRights, type Principal, CurrentAccount } from '@lookback/office/desk';
import { NumberAsked, NumberReserved, Numbers, NumberStanding, NumberStands } from '@lookback/application/queries';

/** Numbers of problems and of their cancellation. */
@ApiTags('numbers')
@Controller('numbers')
export class NumbersController {
  constructor(private readonly numbers: Numbers) {}

  @Post('problem')
  @HttpCode(201)
  @RequireRight('record', 'review', 'inspect', 'audit')
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Asked twice under one key, answered once.' })
  @ApiOperation({ operationId: 'reserveProblemNumber', summary: 'Reserves the next number of a problem' })
  @ApiCreatedResponse({ type: NumberReserved })
  problem(
    @Body() body: NumberAsked,
    @CurrentAccount() who: Principal,
    @Conditions() { key = randomUUID() }: Conditions,
  ): Promise<NumberReserved> {
    return this.numbers.reserve('problem', body, who, key);
  }

  @Post('cancellation')
  @HttpCode(201)
  @RequireRight('cancel')
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Asked twice under one key, answered once.' })
  @ApiOperation({ operationId: 'reserveCancelNumber', summary: 'Reserves the next cancel number' })
  @ApiCreatedResponse({ type: NumberReserved })
  cancellation(
    @Body() body: NumberAsked,
    @CurrentAccount() who: Principal,
    @Conditions() { key = randomUUID() }: Conditions,
  ): Promise<NumberReserved> {
    return this.numbers.reserve('cancellation', body, who, key);
  }

  @Post('standing')
  @HttpCode(200)
  @OnlyReads()
  @RequireRight(...readerRights)
  @ApiOperation({ operationId: 'numberStanding', summary: 'Whether a number stands in the county already, before it is recorded' })
  @ApiOkResponse({ type: NumberStands })
  standing(@Body() body: NumberStanding, @CurrentAccount() who: Principal): Promise<NumberStands> {
    return this.numbers.standing(body, who);
  }
}
