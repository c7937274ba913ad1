import { CorrectionBegun, OpenProposals, readersOf, SubjectAmendments, WhatFollows } from '@lookback/application/queries';
import type { EntryId } from '@lookback/kernel';
import {
  type AnySubject,
  checkedBody,
  CurrentAccount,
  IdParam,
  IdPipe,
  OnlyReads,
  type Principal,
  RequireRight,
} from '@lookback/office/desk';
import { Body, Controller, Get, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { operationOf } from './subject.controller.js';

/** Of the OpenAPI document. */
const example = '00000000-0000-5000-8000-000000000000';
const proposal = { command: { original: example, supersedes: example, reason: '重复登记' }, envelope: { effectiveOn: '2020-03-15' } };

/** What is asked before and after a correction of a subject's entries, and before any command of it is sent. */
export function amendmentsController(subject: AnySubject): Type {
  const asked = (operationId: string, summary: string) =>
    ApiOperation({ operationId: operationOf(operationId, subject), summary: `${summary} (${subject.name})` });
  const MayRead = () => RequireRight(...readersOf(subject));

  @ApiTags(subject.plural)
  @Controller(subject.plural)
  class Amendments {
    constructor(readonly amendments: SubjectAmendments) {}

    @Get(':id/proposals')
    @MayRead()
    @IdParam()
    @asked('openProposals', 'Corrections and late reports that wait for a second person')
    @ApiOkResponse({ type: OpenProposals })
    proposals(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): Promise<OpenProposals> {
      return this.amendments.proposals(subject, id, who);
    }

    @Get(':id/entries/:entry/correction')
    @MayRead()
    @IdParam()
    @ApiParam({ name: 'entry', description: 'The entry’s id.', schema: { type: 'string', format: 'uuid', example } })
    @asked('correctionOfEntry', 'What a form begins with that corrects an entry: what holds now')
    @ApiOkResponse({ type: CorrectionBegun })
    correction(
      @Param('id', IdPipe) id: string,
      @Param('entry', IdPipe) entry: string,
      @CurrentAccount() who: Principal,
    ): Promise<CorrectionBegun> {
      return this.amendments.correction(subject, id, entry as EntryId, who);
    }

    @Post(':id/:path/what-follows')
    @HttpCode(200)
    @OnlyReads()
    @MayRead()
    @IdParam()
    @ApiParam({
      name: 'path',
      description: 'The last part of the command’s route.',
      schema: { type: 'string', example: 'propose-retraction' },
    })
    @ApiBody({ schema: { type: 'object', additionalProperties: true, example: proposal }, description: 'As the command’s route takes it.' })
    @asked('whatFollows', 'What would follow from a command, whose rules it breaks under a report included; nothing is recorded')
    @ApiOkResponse({ type: WhatFollows })
    whatFollows(
      @Param('id', IdPipe) id: string,
      @Param('path', IdPipe) path: string,
      @Body() body: object | undefined,
      @CurrentAccount() who: Principal,
    ): Promise<WhatFollows> {
      return this.amendments.whatFollows(subject, id, checkedBody(subject, path, body), who);
    }
  }
  return Object.defineProperty(Amendments, 'name', { value: `${subject.name}Amendments` });
}
