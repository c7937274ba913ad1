import { Open } from '@lookback/office/desk';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Health } from '../health.js';
import { metricsOf } from '../metrics.js';

/** The figures of the health page, for Prometheus. */
@ApiTags('server')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly health: Health) {}

  @Get()
  @Open('everyone')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({
    operationId: 'metrics',
    summary: 'How far behind the read models are, and how many commits wait, in Prometheus’ text format',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async ask(): Promise<string> {
    return metricsOf(await this.health.ask());
  }
}
