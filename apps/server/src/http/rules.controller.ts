import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open, Parts } from '@lookback/office/desk';
import { type RuleSaid, rulesSaid } from '@lookback/application/system';

/** The rule book, open to every account that is signed in. */
@ApiTags('server')
@Controller('rules')
export class RulesController {
  constructor(private readonly parts: Parts) {}

  @Get()
  @Open('signed in')
  @ApiOperation({ operationId: 'rules', summary: 'Every rule that may refuse, in both languages' })
  @ApiOkResponse({ description: 'Name, kind, texts and facts of each rule.' })
  all(): readonly RuleSaid[] {
    return rulesSaid(this.parts);
  }
}
