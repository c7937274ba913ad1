import { randomUUID } from 'node:crypto';
import { applyDecorators, Body, Controller, HttpCode, Inject, Param, Post, Query, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { EventOf } from '@lookback/kernel';
import type { FastifyReply } from 'fastify';
import { addForms, formedIn } from './act-form-route.js';
import { ActForms } from './act-forms.js';
import { type CommandBody, bodyOf } from './command-body.dto.js';
import { IdParam, IdPipe } from './id.pipe.js';
import { idOpenedBy } from './opened-id.js';
import { Projected } from './ports.js';
import { Receipt } from './receipt.dto.js';
import { rights } from './rights.js';
import { type Route, rightsToAsk } from './route.js';
import { Conditions, RequireRight, CurrentAccount } from './request-decorators.js';
import type { Principal } from './principal.js';
import { Submission } from './submission.js';
import { anySubject, type AnySubject, type Subject } from './subject.js';

interface Desk {
  readonly commands: CommandBus;
  readonly projected: Projected;
  readonly forms: ActForms;
}
type Line = Pick<Route<never, never>, 'path' | 'command' | 'may' | 'called' | 'opens' | 'acts' | 'isMounted'>;

/** One controller for a subject: a method for every route that a right opens, of its table or of those given. What lists bring and a session asks is left out. */
export function controllerFor<State, Event extends EventOf>(subject: Subject<State, Event>, own = subject.routes): Type {
  @ApiTags(subject.plural)
  @Controller(subject.plural)
  class SubjectDesk implements Desk {
    constructor(
      @Inject(CommandBus) readonly commands: CommandBus,
      @Inject(Projected) readonly projected: Projected,
      @Inject(ActForms) readonly forms: ActForms,
    ) {}
  }
  for (const line of own) if (!line.fromList && rightsToAsk(line).length > 0) addMethod(SubjectDesk.prototype, anySubject(subject), line);
  if (formedIn(anySubject(subject))) addForms(SubjectDesk.prototype, anySubject(subject));
  return Object.defineProperty(SubjectDesk, 'name', { value: `${subject.name}Desk` });
}

/** What a command opens has a new id, the same whenever it is asked again under the same key. */
function addMethod(prototype: Desk, subject: AnySubject, line: Line): void {
  const name = line.command.name.charAt(0).toLowerCase() + line.command.name.slice(1);
  const operationId = line.isMounted ? `${name}Of${subject.name.charAt(0).toUpperCase()}${subject.name.slice(1)}` : name;
  const method = async function (
    this: Desk,
    id: string | undefined,
    { command, envelope }: CommandBody,
    who: Principal,
    { key = randomUUID(), ifRevision }: Conditions,
    wait: string | undefined,
    reply: FastifyReply,
  ): Promise<Receipt> {
    const request = { subject, id: id ?? idOpenedBy(who, subject, key), command, envelope, who, key, ifRevision };
    const receipt = await this.commands.execute(new Submission(request));
    if (wait === 'projected') await this.projected.reached(receipt.position);
    void reply.header('ETag', `"${receipt.revision}"`);
    return receipt;
  };
  const property = { value: Object.defineProperty(method, 'name', { value: name }), configurable: true, writable: true };
  Object.defineProperty(prototype, name, property);
  const body = bodyOf(line.command, line.acts);
  Reflect.defineMetadata('design:paramtypes', [String, body, Object, Object, String, Object], prototype, name);
  if (!line.opens) Param('id', IdPipe)(prototype, name, 0);
  Body()(prototype, name, 1);
  CurrentAccount()(prototype, name, 2);
  Conditions()(prototype, name, 3);
  Query('wait')(prototype, name, 4);
  Res({ passthrough: true })(prototype, name, 5);
  described(line, body, operationId)(prototype, name, property);
}

const described = (line: Line, body: Type, operationId: string) => {
  const { path, called, opens } = line;
  const needed = rightsToAsk(line);
  return applyDecorators(
    Post(opens ? path : `:id/${path}`),
    HttpCode(201),
    RequireRight(...needed),
    ApiOperation({
      summary: called.en,
      operationId,
      description: `${called.zh}。Open to accounts that may: ${needed.map((right) => rights[right].en).join('; ')}.`,
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
};
