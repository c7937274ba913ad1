import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
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
import { IdParam, IdPipe, RequireRight, readerRights, type Principal, Unusable, CurrentAccount } from '@lookback/office/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { AttachmentShown, bringers, examiners, HouseholdAttachments, SubjectAttachments } from '@lookback/application/queries';
import { DigestParam, DigestPipe } from './digest.pipe.js';

/** As what a file may be sent: what it is, its bytes say. */
export const uploadTypes = [...mediaTypes, 'image/heic', 'application/octet-stream'];

const Id = () => IdParam('The household’s id, or its number 户编号.', '610426001200000001');

/** The photos and papers that the entries of a household rest on: uploaded first, then named by digest in a command's envelope. */
@ApiTags('attachments')
@Controller('households/:id/attachments')
export class AttachmentsController {
  constructor(private readonly papers: SubjectAttachments) {}

  @Post()
  @HttpCode(201)
  @RequireRight(...bringers)
  @Id()
  @ApiConsumes(...uploadTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'uploadAttachment', summary: 'Uploads a photo or a paper of the household' })
  @ApiCreatedResponse({ type: AttachmentShown })
  upload(@Param('id', IdPipe) id: string, @Req() request: FastifyRequest, @CurrentAccount() who: Principal): Promise<AttachmentShown> {
    const length = Number(request.headers['content-length'] ?? NaN);
    return this.papers.keep(id, streamed(request.body), Number.isSafeInteger(length) ? length : undefined, who);
  }

  @Get()
  @RequireRight(...readerRights)
  @Id()
  @ApiOperation({ operationId: 'attachmentsOfHousehold', summary: 'What was uploaded of the household, and which entries name it' })
  @ApiOkResponse({ type: HouseholdAttachments })
  list(@Param('id', IdPipe) id: string, @CurrentAccount() who: Principal): Promise<HouseholdAttachments> {
    return this.papers.list(id, who);
  }

  @Get(':digest/original')
  @RequireRight(...examiners)
  @Id()
  @DigestParam()
  @ApiProduces(...mediaTypes)
  @ApiOperation({ operationId: 'attachmentOriginal', summary: 'The file as it was uploaded, with all that is in it' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiGoneResponse({ description: 'The household’s key was destroyed: nobody can read it any more.' })
  async original(
    @Param('id', IdPipe) id: string,
    @Param('digest', DigestPipe) digest: Digest,
    @CurrentAccount() who: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(await this.papers.original(id, digest, who), digest, reply);
  }

  @Get(':digest/view')
  @RequireRight(...readerRights)
  @Id()
  @DigestParam()
  @ApiProduces(...mediaTypes)
  @ApiOperation({
    operationId: 'attachmentView',
    summary: 'Fit to be shown: a photo without its metadata, at most 2,400 pixels long; a PDF as it is',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiGoneResponse({ description: 'The household’s key was destroyed: nobody can read it any more.' })
  async view(
    @Param('id', IdPipe) id: string,
    @Param('digest', DigestPipe) digest: Digest,
    @CurrentAccount() who: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(await this.papers.view(id, digest, who), digest, reply);
  }
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
