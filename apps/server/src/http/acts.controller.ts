import { actsOf, DayAsked, EveryAct, Open, Parts } from '@lookback/office/desk';
import { Controller, Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

/** What may be asked of every kind of subject, with the forms: made of the parts, and open to every account that is signed in. */
@ApiTags('server')
@ApiExtraModels(DayAsked)
@Controller('acts')
export class ActsController {
  private readonly every: EveryAct;

  constructor(parts: Parts) {
    this.every = actsOf(parts.subjects);
  }

  @Get()
  @Open('signed in')
  @ApiOperation({
    operationId: 'acts',
    summary: 'Every act with its form: fields, labels and hints in both languages, who may, and where it is offered',
  })
  @ApiOkResponse({ type: EveryAct })
  all(): EveryAct {
    return this.every;
  }
}
