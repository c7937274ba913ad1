import {
  FieldChangesAsked,
  KnownAsked,
  MomentAsked,
  readersOf,
  SubjectChanges,
  SubjectReads,
  TwoMomentsAsked,
} from '@lookback/application/queries';
import { type AnySubject, CurrentAccount, IdParam, IdPipe, type Principal, RequireRight } from '@lookback/office/desk';
import { SubjectDiff, SubjectFieldChanges, SubjectFileShown, SubjectHistory, SubjectWhy } from '@lookback/review/history';
import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

/** The name of an operation on a kind of subject: `historyOfHousehold`. */
export const operationOf = (name: string, { name: kind }: AnySubject): string => `${name}Of${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** What is asked of one subject of a kind: its file, why that is so, and what changed, on the two clocks. */
export function subjectController(subject: AnySubject): Type {
  const asked = (operationId: string, summary: string) =>
    ApiOperation({ operationId: operationOf(operationId, subject), summary: `${summary} (${subject.name})` });
  const MayRead = () => RequireRight(...readersOf(subject));

  @ApiTags(subject.plural)
  @Controller(subject.plural)
  class OneSubject {
    constructor(
      readonly reads: SubjectReads,
      readonly changes: SubjectChanges,
    ) {}

    @Get(':id')
    @MayRead()
    @IdParam()
    @asked('file', 'The file on a day, as known at a position')
    @ApiOkResponse({ type: subject.ownFile?.type ?? SubjectFileShown })
    file(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<object> {
      return this.reads.file(subject, id, query, who);
    }

    @Get(':id/history')
    @MayRead()
    @IdParam()
    @asked('history', 'What was recorded, as sentences')
    @ApiOkResponse({ type: SubjectHistory })
    history(@Param('id', IdPipe) id: string, @Query() query: KnownAsked, @CurrentAccount() who: Principal): Promise<SubjectHistory> {
      return this.reads.history(subject, id, query, who);
    }

    @Get(':id/why')
    @MayRead()
    @IdParam()
    @asked('why', 'The entries that set every field of the file')
    @ApiOkResponse({ type: SubjectWhy })
    why(@Param('id', IdPipe) id: string, @Query() query: MomentAsked, @CurrentAccount() who: Principal): Promise<SubjectWhy> {
      return this.changes.why(subject, id, query, who);
    }

    @Get(':id/diff')
    @MayRead()
    @IdParam()
    @asked('diff', 'What differs between the file at two moments, and the entries that make the difference')
    @ApiOkResponse({ type: SubjectDiff })
    diff(@Param('id', IdPipe) id: string, @Query() query: TwoMomentsAsked, @CurrentAccount() who: Principal): Promise<SubjectDiff> {
      return this.changes.diff(subject, id, query, who);
    }

    @Get(':id/changes')
    @MayRead()
    @IdParam()
    @asked('fieldChanges', 'Every entry at which a field of the file changed')
    @ApiOkResponse({ type: SubjectFieldChanges })
    fieldChanges(
      @Param('id', IdPipe) id: string,
      @Query() query: FieldChangesAsked,
      @CurrentAccount() who: Principal,
    ): Promise<SubjectFieldChanges> {
      return this.changes.ofField(subject, id, query, who);
    }
  }
  return Object.defineProperty(OneSubject, 'name', { value: `${subject.name}Controller` });
}
