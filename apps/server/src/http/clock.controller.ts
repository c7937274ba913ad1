import { RequireRight, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiForbiddenResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClockConfirmation } from '@lookback/application/system';

/** For the day on which the server's clock was set by hand, or went wrong. */
@ApiTags('server')
@Controller('clock')
export class ClockController {
  constructor(private readonly clock: ClockConfirmation) {}

  @Post('confirm')
  @HttpCode(201)
  @RequireRight('administer')
  @ApiOperation({
    operationId: 'confirmClock',
    summary: 'The clock parted and is right now: record again',
    description: '确认服务器时钟现已正确，恢复登记。',
  })
  @ApiCreatedResponse({ description: 'The position of the entry that says so.' })
  @ApiForbiddenResponse({ description: 'The account may not administer.' })
  confirm(@CurrentAccount() who: Principal): Promise<{ readonly position: number }> {
    return this.clock.confirm(who);
  }
}
