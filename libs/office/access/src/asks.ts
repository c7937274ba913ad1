import { applyDecorators, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiHeader, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { IdParam, Receipt, RequireRight, rightsToAsk } from '@lookback/office/desk';
import { account } from './account.js';

/** A route that asks a command of an account's table, described as the desk describes its own. */
export function Asks(path: string, body: Type) {
  const line = account.routes.find((one) => one.path === path);
  if (!line) throw new Error(`no account can be asked to ${path}`);
  const { opens, called } = line;
  return applyDecorators(
    Post(opens ? path : `:id/${path}`),
    HttpCode(201),
    RequireRight(...rightsToAsk(line)),
    ApiOperation({
      summary: called.en,
      operationId: path.replace(/-./g, (letter) => letter.charAt(1).toUpperCase()),
      description: `${called.zh}。`,
    }),
    ...(opens ? [] : [IdParam()]),
    ApiBody({ type: body }),
    ApiQuery({ name: 'wait', required: false, enum: ['projected'], description: 'Answer once the read models have it.' }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Asked twice under one key, answered once.' }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The revision on which the command rests, in quotes.' }),
    ApiCreatedResponse({ type: Receipt }),
    ApiForbiddenResponse({ description: 'The account lacks the right, or lacks it in this region.' }),
    ApiConflictResponse({ description: 'A rule refused: `urn:lookback:rule:<name>`.' }),
  );
}
