import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '@lookback/office/desk';
import type { FastifyReply } from 'fastify';
import { Health, type HealthSaid } from '../health.js';

/** For load balancers and people who wonder: no figure in it is about a household. */
@ApiTags('server')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  @Open('everyone')
  @ApiOperation({ operationId: 'health', summary: 'How the server, its database and its read models are' })
  @ApiOkResponse({ description: 'All is up.' })
  @ApiServiceUnavailableResponse({ description: 'Something is away; the body says what.' })
  async ask(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthSaid> {
    const said = await this.health.ask();
    if (said.status === 'down') void reply.status(503).header('Retry-After', '2');
    return said;
  }
}
