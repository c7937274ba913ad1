import { Clock } from '@lookback/office/desk';
import { standardCatalogue, StandardsFromLog } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type { StandardsAsked, StandardsShown } from '../http/standards.dto.js';

/** Answers which rules are in force. */
@Injectable()
export class StandardReads {
  constructor(
    private readonly standards: StandardsFromLog,
    private readonly clock: Clock,
  ) {}

  async inForce({ region, on = this.clock.today() }: StandardsAsked): Promise<StandardsShown> {
    const standards = (await this.standards.allInForce(region, on)).map(({ standard, ...held }) => {
      const { title, unit } = standardCatalogue[standard];
      return { standard, ...title, unitEn: unit?.en ?? null, unitZh: unit?.zh ?? null, ...held };
    });
    return { region, on, standards };
  }
}
