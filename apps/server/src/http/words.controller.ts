import { Open, Parts } from '@lookback/office/desk';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Words, wordsOf } from '@lookback/application/queries';

/** The words of every code, open to every account that is signed in. */
@ApiTags('server')
@Controller('words')
export class WordsController {
  constructor(private readonly parts: Parts) {}

  @Get()
  @Open('signed in')
  @ApiOperation({ operationId: 'words', summary: 'What every code is called, in both languages, list by list' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: { type: 'object', properties: { en: { type: 'string' }, zh: { type: 'string' } }, required: ['en', 'zh'] },
      },
    },
  })
  all(): Words {
    return wordsOf(this.parts);
  }
}
