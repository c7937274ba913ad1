import type { Code } from '@lookback/kernel';
import { IsId, Sentences, Shaped } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { isViewQuery, registerShape, type ViewId, type ViewQuery } from './views.codes.js';

/** What of a list's address chooses its rows, their order and its columns. */
export const IsViewQuery = () =>
  applyDecorators(
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isViewQuery',
        target: target.constructor,
        propertyName: String(property),
        validator: { validate: isViewQuery, defaultMessage: () => '$property must hold codes, ids, days and figures only' },
      }),
    ApiProperty({
      type: 'object',
      additionalProperties: { type: 'string' },
      example: { status: 'found,returned', order: '-dueOn', columns: 'number,status,dueOn' },
    }),
  );

/** Keeps a view of a register under a name; one of the same name is replaced. */
export class SaveView {
  /** Of which list. @example "problems" */
  @Shaped(registerShape, 'problems') register: Code<'register'>;
  @Sentences(1, 40, '本月到期') name: string;
  @IsViewQuery() query: ViewQuery;
}

/** Keeps a view no longer. */
export class DropView {
  @IsId() view: ViewId;
}
