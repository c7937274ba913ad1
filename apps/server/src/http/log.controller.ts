import { InSession, type Session, Sessions } from '@lookback/office/access';
import { Open, type Principal, CurrentAccount, RequireRight } from '@lookback/office/desk';
import { Controller, Get, HttpCode, type MessageEvent, Param, Post, Sse } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Observable, takeUntil } from 'rxjs';
import { LiveUpdates } from '../live-updates.js';
import { LeafShown, LiveShown, LogReads, LogShown, RetryShown } from '@lookback/application/queries';
import { PositionParam, PositionPipe } from './position.pipe.js';

/** How the log stands, and how it moves. */
@ApiTags('log')
@Controller()
export class LogController {
  constructor(
    private readonly reads: LogReads,
    private readonly live: LiveUpdates,
    private readonly sessions: Sessions,
  ) {}

  @Get('log')
  @Open('signed in')
  @ApiOperation({ operationId: 'log', summary: 'Where the log stands, what it is called, and how far the read models have come' })
  @ApiOkResponse({ type: LogShown })
  log(@CurrentAccount() who: Principal): Promise<LogShown> {
    return this.reads.shown(who);
  }

  @Post('log/reactions/retry')
  @HttpCode(201)
  @RequireRight('administer')
  @ApiOperation({
    operationId: 'retryReactions',
    summary: 'Asks again what the system could not record after other entries',
    description: '重新办理系统未能自动登记的事项。',
  })
  @ApiCreatedResponse({ type: RetryShown })
  @ApiForbiddenResponse({ description: 'The account may not administer.' })
  retryReactions(): Promise<RetryShown> {
    return this.reads.retryReactions();
  }

  @Get('log/leaves/:position')
  @Open('signed in')
  @PositionParam()
  @ApiOperation({
    operationId: 'leaf',
    summary: 'What proves an entry, for those who were told of it; it tells nothing of what the entry says',
  })
  @ApiOkResponse({ type: LeafShown })
  leaf(@Param('position', PositionPipe) position: number): Promise<LeafShown> {
    return this.reads.leaf(position);
  }

  @Sse('live')
  @Open('signed in')
  @ApiOperation({ operationId: 'live', summary: 'Server-sent events: one at once, and one whenever log, read models or day have moved' })
  @ApiExtraModels(LiveShown)
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { $ref: getSchemaPath(LiveShown) } })
  follow(@InSession() session: Session): Observable<MessageEvent> {
    return this.live.follow(session).pipe(takeUntil(this.sessions.over(session)));
  }
}
