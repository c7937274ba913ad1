import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Digest } from '@lookback/kernel';
import { registerDecorator } from 'class-validator';
import { IsDigest } from './envelope.dto.js';
import { Integer } from './field-decorators.js';

/** Where the row of a list stands from which something was taken over. */
export class ListedAt {
  @IsDigest() file: Digest;
  /** From 1. */
  @Integer(1, 1_000) sheet: number;
  /** From 1. */
  @Integer(1, 1_100_000) row: number;
}

const isTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).length <= 100 &&
  Object.entries(value).every(([column, text]) => column.length <= 100 && typeof text === 'string' && text.length <= 4_000);

/** The cells of a row that were not written as they are kept, by column. */
export const IsAsWritten = () =>
  applyDecorators(
    (target: object, property: string | symbol) => {
      registerDecorator({
        name: 'isAsWritten',
        target: target.constructor,
        propertyName: String(property),
        validator: { validate: isTexts, defaultMessage: () => '$property must be an object of texts' },
      });
    },
    ApiProperty({ type: Object, nullable: true, example: null }),
  );
