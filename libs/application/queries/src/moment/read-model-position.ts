import { Projector } from '@lookback/log/read-model';
import { Injectable } from '@nestjs/common';

/** How far the read models have come: what a list or a figure reflects. */
@Injectable()
export class ReadModelPosition {
  constructor(private readonly projector: Projector) {}

  /** Where the slowest stands. */
  async position(): Promise<number> {
    return Math.min(...(await this.projector.status()).map((model) => model.position));
  }
}
