import { RequireRight, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FirstStepsReads, FirstStepsShown } from '@lookback/application/queries';

/** How far an office stands that begins with nothing. */
@ApiTags('accounts')
@Controller('first-steps')
export class FirstStepsController {
  constructor(private readonly reads: FirstStepsReads) {}

  @Get()
  @RequireRight('administer')
  @ApiOperation({ operationId: 'firstSteps', summary: 'How far units, people, posts, accounts and lists are on record' })
  @ApiOkResponse({ type: FirstStepsShown })
  shown(@CurrentAccount() who: Principal): Promise<FirstStepsShown> {
    return this.reads.shown(who);
  }
}
