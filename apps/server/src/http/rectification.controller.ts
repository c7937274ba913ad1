import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { May, Open, type SignedIn, Who } from '@lookback/office/desk';
import { readers } from '../reads/readers.js';
import { RectificationReads } from '../reads/rectification-reads.js';
import { LedgerAsked, ProblemCounts, ProblemDesk, ProblemPage, ProblemsAsked } from './rectification.dto.js';

/** What is asked of the rectification ledger. */
@ApiTags('problems')
@Controller('problems')
export class RectificationController {
  constructor(private readonly reads: RectificationReads) {}

  @Get()
  @May(...readers)
  @ApiOperation({ operationId: 'ledger', summary: 'The rectification ledger, the newest found first' })
  @ApiOkResponse({ type: ProblemPage })
  ledger(@Query() asked: LedgerAsked, @Who() who: SignedIn): Promise<ProblemPage> {
    return this.reads.ledger(asked, who);
  }

  @Get('desk')
  @Open('signed in')
  @ApiOperation({ operationId: 'problemDesk', summary: 'What waits for whoever asks' })
  @ApiOkResponse({ type: ProblemDesk })
  desk(@Who() who: SignedIn): Promise<ProblemDesk> {
    return this.reads.desk(who);
  }

  @Get('counts')
  @May(...readers)
  @ApiOperation({ operationId: 'countProblems', summary: 'Counts problems by region, class, source, status and unit' })
  @ApiOkResponse({ type: ProblemCounts })
  counts(@Query() asked: ProblemsAsked, @Who() who: SignedIn): Promise<ProblemCounts> {
    return this.reads.counts(asked, who);
  }
}
