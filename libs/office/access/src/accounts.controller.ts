import { randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Conditions, type Envelope, IdPipe, Projected, Receipt, type Principal, CurrentAccount } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { Asks } from './asks.js';
import { AskGrantRight, AskOpenAccount, AskSetPassword } from './ask-account.dto.js';
import { Accounts, type Asking } from './accounts.js';

/** The routes of accounts that need more than their table; they take and answer what the desk's own do. */
@ApiTags('accounts')
@Controller('accounts')
export class PreparedAccountDesk {
  constructor(
    private readonly accounts: Accounts,
    @Inject(Projected) private readonly projected: Projected,
  ) {}

  @Asks('open-account', AskOpenAccount)
  async openAccount(
    @Body() { command, envelope }: AskOpenAccount,
    @CurrentAccount() who: Principal,
    @Conditions() conditions: Conditions,
    @Query('wait') wait: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    return this.answered(await this.accounts.open(command, asking(envelope, who, conditions)), wait, reply);
  }

  @Asks('set-password', AskSetPassword)
  async setPassword(
    @Param('id', IdPipe) id: string,
    @Body() { command, envelope }: AskSetPassword,
    @CurrentAccount() who: Principal,
    @Conditions() conditions: Conditions,
    @Query('wait') wait: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    return this.answered(await this.accounts.resetPassword(id, command.password, asking(envelope, who, conditions)), wait, reply);
  }

  @Asks('grant-right', AskGrantRight)
  async grantRight(
    @Param('id', IdPipe) id: string,
    @Body() { command, envelope }: AskGrantRight,
    @CurrentAccount() who: Principal,
    @Conditions() conditions: Conditions,
    @Query('wait') wait: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    return this.answered(await this.accounts.grant(id, command, asking(envelope, who, conditions)), wait, reply);
  }

  private async answered(receipt: Receipt, wait: string | undefined, reply: FastifyReply): Promise<Receipt> {
    if (wait === 'projected') await this.projected.reached(receipt.position);
    void reply.header('ETag', `"${receipt.revision}"`);
    return receipt;
  }
}

const asking = (envelope: Envelope, who: Principal, { key = randomUUID(), ifRevision }: Conditions): Asking => ({
  envelope,
  who,
  key,
  ifRevision,
});
