import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/asking.js';
import { type BuiltOffice, openBuiltOffice } from '../support/built-office.js';
import { exampleOf, examplePath, type Operation, operations } from '../support/openapi.js';

/** The line of events never ends; it takes nothing that could have a shape. */
const asked = operations.filter(({ id }) => id !== 'live');

/** A body or a parameter was not taken, or not even looked at, as the account lacks a right. */
const isUnseen = (answer: Answer): boolean => [400, 413, 415, 422, 500].includes(answer.status) || lacksRight(answer);
const lacksRight = ({ status, text }: Answer): boolean => status === 403 && text.includes('"needed"');

describe('every operation of the OpenAPI document, asked with its own example', () => {
  let office: BuiltOffice;
  beforeAll(async () => {
    office = await openBuiltOffice();
  });
  afterAll(() => office.close());

  const bodyOf = ({ id, body }: Operation) =>
    body && (body.type === 'application/json' ? exampleOf(body.schema, id) : new TextEncoder().encode('%PDF-1.7'));

  const asks = (operation: Operation, { token }: { token: string }): Promise<Answer> =>
    office.ask(operation.method, examplePath(operation), bodyOf(operation), token, {
      ...(operation.body && { 'content-type': operation.body.type }),
    });

  it.each(asked.map((operation) => [operation.id, operation] as const))('%s has the shape that it has to have', async (id, operation) => {
    const { all, staff } = office;
    const first = await asks(operation, all);
    const answer = lacksRight(first) ? await asks(operation, staff.auditor) : first;
    expect({ id, ...(isUnseen(answer) && { status: answer.status, said: answer.text }) }).toEqual({ id });
  });
});
