import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Code } from '@lookback/kernel';
import { Matches } from 'class-validator';

/** What a class, a source or a cause is called in one language: the title of a list's line, never a sentence about somebody. */
export type Title = Code<'title'>;
/** The code of a line of a list: `public-report`. */
export type ListCode = Code<'list-code'>;
/** The code of a cause of poverty, as households carry it: `01` to `12`, or a county's own. */
export type CauseCode = Code<'cause'>;

const titleShape = /^[\p{Script=Han}A-Za-z0-9()（）、/-][\p{Script=Han}A-Za-z0-9()（）、/ -]{0,49}$/u;
const codeShape = /^[a-z][a-z0-9-]{1,39}$/;
const causeShape = /^[0-9a-z]{1,8}$/;
const nationalShape = /^(0[1-9]|1[0-2])$/;

const matching = (shape: RegExp, example: string) =>
  applyDecorators(Matches(shape), ApiProperty({ type: String, pattern: shape.source, example }));

export const IsTitle = (example: string) => matching(titleShape, example);
export const IsListCode = (example: string) => matching(codeShape, example);
export const IsCauseCode = () => matching(causeShape, '01');
/** `01` to `12`, the nation's own list. */
export const IsNationalCause = () => matching(nationalShape, '01');
