import { ProposalDesk, ProposalReads } from '@lookback/application/queries';
import { CurrentAccount, Open, type Principal } from '@lookback/office/desk';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

/** Corrections and late reports of every kind of subject. */
@ApiTags('proposals')
@Controller('proposals')
export class ProposalsController {
  constructor(private readonly reads: ProposalReads) {}

  @Get('desk')
  @Open('signed in')
  @ApiOperation({ operationId: 'proposalDesk', summary: 'Corrections and late reports that the account may answer, and its own' })
  @ApiOkResponse({ type: ProposalDesk })
  desk(@CurrentAccount() who: Principal): Promise<ProposalDesk> {
    return this.reads.desk(who);
  }
}
