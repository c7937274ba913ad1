import { applyDecorators, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { FormAsked, FormShown } from './act-form.dto.js';
import type { ActForms } from './act-forms.js';
import { IdParam, IdPipe } from './id.pipe.js';
import type { Principal } from './principal.js';
import { CurrentAccount, Open } from './request-decorators.js';
import { rightsToAsk } from './route.js';
import type { AnySubject } from './subject.js';

/** The first act of a subject on record that has a form. */
export const formedIn = ({ routes }: AnySubject) => routes.find((line) => !line.opens && rightsToAsk(line).length > 0);

/** Adds the route that answers what the form of a command of the subject begins with. */
export function addForms(prototype: { readonly forms: ActForms }, subject: AnySubject): void {
  const name = `actOf${subject.name.charAt(0).toUpperCase()}${subject.name.slice(1)}`;
  const method = function (
    this: typeof prototype,
    id: string,
    command: string,
    { on, about }: FormAsked,
    who: Principal,
  ): Promise<FormShown> {
    return this.forms.read({ subject, id, path: command, on, about }, who);
  };
  const property = { value: Object.defineProperty(method, 'name', { value: name }), configurable: true, writable: true };
  Object.defineProperty(prototype, name, property);
  Reflect.defineMetadata('design:paramtypes', [String, String, FormAsked, Object], prototype, name);
  Param('id', IdPipe)(prototype, name, 0);
  Param('command')(prototype, name, 1);
  Query()(prototype, name, 2);
  CurrentAccount()(prototype, name, 3);
  applyDecorators(
    Get(':id/acts/:command'),
    Open('signed in'),
    IdParam(),
    ApiParam({ name: 'command', schema: { type: 'string', pattern: '^[a-z][a-z-]{1,59}$', example: formedIn(subject)?.path } }),
    ApiOperation({
      operationId: name,
      summary: 'What the form of a command begins with on a day: the lists in force there, what is prefilled, and what would refuse it',
    }),
    ApiOkResponse({ type: FormShown }),
  )(prototype, name, property);
}
