import { Open } from '@lookback/office/desk';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Watch } from '@lookback/application/system';
import { metricsOf } from '../metrics.js';

/** The figures of the health page, for Prometheus. */
@ApiTags('server')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly watch: Watch) {}

  @Get()
  @Open('everyone')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({
    operationId: 'metrics',
    summary:
      'How far behind the read models are, how many commits wait, and in how many places the log is broken, in Prometheus’ text format',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  ask(): string {
    return metricsOf(this.watch.health);
  }
}
