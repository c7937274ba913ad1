import { Unusable } from '@lookback/office/desk';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

const { MAX_SAFE_INTEGER: most } = Number;

/** The same, as the OpenAPI document describes it. */
export const PositionParam = () => ApiParam({ name: 'position', schema: { type: 'integer', minimum: 1, maximum: most, example: 1 } });

/** A log position in a path, made a number by the pipe that stands before every route. */
@Injectable()
export class PositionPipe implements PipeTransform<number, number> {
  transform(position: number): number {
    if (Number.isSafeInteger(position) && position >= 1) return position;
    throw new Unusable('position', { en: `must be a whole number from 1 to ${most}`, zh: `应为 1 至 ${most} 的整数` });
  }
}
