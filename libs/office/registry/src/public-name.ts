import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Code } from '@lookback/kernel';
import { Matches } from 'class-validator';

/** The name of a division: public geography, no personal data. */
export type RegionName = Code<'region-name'>;
/** The name of a public body. */
export type UnitName = Code<'unit-name'>;

/** Han characters, letters, digits and brackets, at most 40: a name fits, a sentence with its commas and spaces does not. */
const shape = /^[\p{Script=Han}A-Za-z0-9()（）〔〕[\]]{1,40}$/u;

export const isPublicName = (text: string): text is RegionName & UnitName => shape.test(text);

/** The name of a division or of a public body. */
export const IsPublicName = (example: string) =>
  applyDecorators(Matches(shape), ApiProperty({ type: String, pattern: shape.source, example }));
