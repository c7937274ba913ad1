import { Controller, Get, HttpCode, Param, Post, Req, Res, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiGoneResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Digest } from '@lookback/kernel';
import { mediaTypes, type ShownAttachment } from '@lookback/log/attachment';
import { type AnySubject, IdParam, IdPipe, RequireRight, type Principal, Unusable, CurrentAccount } from '@lookback/office/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { AttachmentShown, AttachmentsShown, bringersOf, examinersOf, readersOf, SubjectAttachments } from '@lookback/application/queries';
import { DigestParam, DigestPipe } from './digest.pipe.js';
import { operationOf } from './subject.controller.js';

/** As what a file may be sent: what it is, its bytes say. */
export const uploadTypes = [...mediaTypes, 'image/heic', 'application/octet-stream'];

/** The photos and papers that the entries of a subject rest on: uploaded first, then named by digest in a command's envelope. */
export function attachmentsController(subject: AnySubject): Type {
  @ApiTags('attachments')
  @Controller(`${subject.plural}/:id/attachments`)
  class SubjectPapers {
    constructor(readonly papers: SubjectAttachments) {}

    @Post()
    @HttpCode(201)
    @RequireRight(...bringersOf(subject))
    @IdParam()
    @ApiConsumes(...uploadTypes)
    @ApiBody({ schema: { type: 'string', format: 'binary' } })
    @ApiOperation({ operationId: operationOf('uploadAttachment', subject), summary: 'Uploads a photo or a paper' })
    @ApiCreatedResponse({ type: AttachmentShown })
    upload(@Param('id', IdPipe) id: string, @Req() request: FastifyRequest, @CurrentAccount() who: Principal): Promise<AttachmentShown> {
      const length = Number(request.headers['content-length'] ?? NaN);
      return this.papers.keep(subject, id, streamed(request.body), Number.isSafeInteger(length) ? length : undefined, who);
    }

    @Get()
    @RequireRight(...readersOf(subject))
    @IdParam()
    @ApiOperation({ operationId: operationOf('attachments', subject), summary: 'What was uploaded, and which entries name it' })
    @ApiOkResponse({ type: AttachmentsShown })
    list(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): Promise<AttachmentsShown> {
      return this.papers.list(subject, id, who);
    }

    @Get(':digest/original')
    @RequireRight(...examinersOf(subject))
    @IdParam()
    @DigestParam()
    @ApiProduces(...mediaTypes)
    @ApiOperation({
      operationId: operationOf('attachmentOriginal', subject),
      summary: 'The file as it was uploaded, with all that is in it',
    })
    @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
    @ApiGoneResponse({ description: 'The key was destroyed: nobody can read it any more.' })
    async original(
      @Param('id', IdPipe) id: string,
      @Param('digest', DigestPipe) digest: Digest,
      @CurrentAccount() who: Principal,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      send(await this.papers.original(subject, id, digest, who), digest, reply);
    }

    @Get(':digest/view')
    @RequireRight(...readersOf(subject))
    @IdParam()
    @DigestParam()
    @ApiProduces(...mediaTypes)
    @ApiOperation({
      operationId: operationOf('attachmentView', subject),
      summary: 'Fit to be shown: a photo without its metadata, at most 2,400 pixels long; a PDF as it is',
    })
    @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
    @ApiGoneResponse({ description: 'The key was destroyed: nobody can read it any more.' })
    async view(
      @Param('id', IdPipe) id: string,
      @Param('digest', DigestPipe) digest: Digest,
      @CurrentAccount() who: Principal,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      send(await this.papers.view(subject, id, digest, who), digest, reply);
    }
  }
  return Object.defineProperty(SubjectPapers, 'name', { value: `${subject.name}Attachments` });
}

/** What the client sends, as it comes. Broken off by a refusal, it is read to its end all the same, so that the client hears why. */
function streamed(body: unknown): AsyncIterable<Buffer> {
  if (body instanceof Readable) return body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  throw new Unusable(
    'Content-Type',
    { en: `must be one of ${uploadTypes.join(', ')}`, zh: `应为以下之一：${uploadTypes.join('、')}` },
    415,
  );
}

/** A file that somebody uploaded is never run or rendered as a page of this site. */
function send({ kind, size, bytes }: ShownAttachment, digest: Digest, reply: FastifyReply): void {
  void reply
    .type(kind)
    .header('Content-Length', size)
    .header('Content-Disposition', `attachment; filename="${digest.slice(0, 16)}.${kind.slice(kind.indexOf('/') + 1)}"`)
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .send(Readable.from(bytes, { objectMode: false }));
}
