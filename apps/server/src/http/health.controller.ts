import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { type HealthSaid, Watch } from '@lookback/application/system';

/** For load balancers and people who wonder: at once, whatever hangs. It names kinds and counts, and no stream, person or address. */
@ApiTags('server')
@Controller('health')
export class HealthController {
  constructor(private readonly watch: Watch) {}

  @Get()
  @Open('everyone')
  @ApiOperation({ operationId: 'health', summary: 'How the server, its database and its read models are' })
  @ApiOkResponse({ description: 'All is up.' })
  @ApiServiceUnavailableResponse({ description: 'Something is away, or the log is broken; the body says what.' })
  ask(@Res({ passthrough: true }) reply: FastifyReply): HealthSaid {
    const health = this.watch.health;
    if (health.status !== 'up') void reply.status(503);
    if (health.status === 'down') void reply.header('Retry-After', '2');
    return health;
  }
}
