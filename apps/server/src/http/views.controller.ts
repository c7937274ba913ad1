import { randomUUID } from 'node:crypto';
import { ViewReads, ViewsShown, ViewToSave } from '@lookback/application/queries';
import type { Code } from '@lookback/kernel';
import { account } from '@lookback/office/access';
import { anySubject, Clock, Conditions, CurrentAccount, IdPipe, Open, type Principal, Receipt, Submission } from '@lookback/office/desk';
import { DropView, SaveView, type ViewId, type ViewQuery } from '@lookback/office/views';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { NameParam } from './register-parameters.js';

/** Views of lists under names: one's own, and those of one's unit, which are saved and removed at the unit. */
@ApiTags('registers')
@Controller('registers/:name/views')
export class ViewsController {
  constructor(
    private readonly reads: ViewReads,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Open('signed in')
  @NameParam()
  @ApiOperation({ operationId: 'views', summary: 'Saved views of a register: one’s own, and those of the unit of one’s post' })
  @ApiOkResponse({ type: ViewsShown })
  views(@Param('name', IdPipe) register: string, @CurrentAccount() who: Principal): Promise<ViewsShown> {
    return this.reads.ofRegister(register, who);
  }

  @Post()
  @HttpCode(201)
  @Open('signed in')
  @NameParam()
  @ApiOperation({ operationId: 'saveOwnView', summary: 'Keeps a view of a register for oneself; one of the same name is replaced' })
  @ApiCreatedResponse({ type: Receipt })
  save(
    @Param('name', IdPipe) register: string,
    @Body() { name, query }: ViewToSave,
    @CurrentAccount() who: Principal,
    @Conditions() conditions: Conditions,
  ): Promise<Receipt> {
    const command = { register: register as Code<'register'>, name, query: query as ViewQuery };
    return this.ask(Object.assign(new SaveView(), command), who, conditions);
  }

  @Post(':view/drop')
  @HttpCode(201)
  @Open('signed in')
  @NameParam()
  @ApiParam({ name: 'view', type: String, example: '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10' })
  @ApiOperation({ operationId: 'dropOwnView', summary: 'Keeps a view of one’s own no longer' })
  @ApiCreatedResponse({ type: Receipt })
  drop(@Param('view', IdPipe) view: string, @CurrentAccount() who: Principal, @Conditions() conditions: Conditions): Promise<Receipt> {
    return this.ask(Object.assign(new DropView(), { view: view as ViewId }), who, conditions);
  }

  private ask(command: object, who: Principal, { key = randomUUID(), ifRevision }: Conditions): Promise<Receipt> {
    const envelope = { effectiveOn: this.clock.today() };
    return this.commands.execute(
      new Submission({ subject: anySubject(account), id: who.account, command, envelope, who, key, ifRevision }),
    );
  }
}
