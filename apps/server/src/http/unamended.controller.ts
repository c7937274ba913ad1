import { OpenedSubjects, readersOf } from '@lookback/application/queries';
import { CurrentAccount, IdParam, IdPipe, officeReaders, type Part, type Principal, RequireRight } from '@lookback/office/desk';
import { refuseAnswering } from '@lookback/office/four-eyes';
import { applyDecorators, Controller, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiConflictResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

/** What is asked of a kind of subject that takes no corrections: those who may read it are told so, by name. Source: decisions.md, 1. */
export function unamendedController({ kind, called, subject }: Part): Type {
  const refused = () => refuseAnswering('four-eyes.takes-no-correction', { subject: called });
  const at = (path: string) => (subject ? `:id/${path}` : path);
  const Refused = (name: string) =>
    applyDecorators(
      RequireRight(...(subject ? readersOf(subject) : officeReaders)),
      ...(subject ? [IdParam()] : []),
      ApiOperation({
        operationId: `${name}Of${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
        summary: 'Always refused: nothing of this kind is corrected or struck out',
        description: '该类档案的记录不更正、不撤销。',
      }),
      ApiConflictResponse({ description: '`urn:lookback:rule:four-eyes.takes-no-correction`' }),
    );

  @ApiTags(subject?.plural ?? kind)
  @Controller(subject?.plural ?? kind)
  class Unamended {
    constructor(readonly opened: OpenedSubjects) {}

    @Post(at('propose-correction'))
    @HttpCode(409)
    @Refused('proposeCorrection')
    correction(@Param('id', IdPipe) id: string | undefined, @CurrentAccount() who: Principal): Promise<never> {
      return this.refuse(id, who);
    }

    @Post(at('propose-retraction'))
    @HttpCode(409)
    @Refused('proposeRetraction')
    retraction(@Param('id', IdPipe) id: string | undefined, @CurrentAccount() who: Principal): Promise<never> {
      return this.refuse(id, who);
    }

    private async refuse(id: string | undefined, who: Principal): Promise<never> {
      if (subject && id !== undefined) await this.opened.mustBeOpen(subject, id, who);
      return refused();
    }
  }
  return Object.defineProperty(Unamended, 'name', { value: `${kind}Unamended` });
}
