import type { Digest, StreamName } from '@lookback/kernel';
import { Attachments, type ShownAttachment } from '@lookback/log/attachment';
import type { Entry } from '@lookback/log/event-log';
import { type AnySubject, Clock, type Right, rightsToAsk, type Principal, streamOf, SubjectAbsent } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { AttachmentShown, AttachmentsShown } from './attachments.dto.js';
import { OpenedSubjects } from '../subjects/opened-subjects.js';

/** The rights of those who may upload: to ask any command of a subject is to bring what it rests on. */
export const bringersOf = ({ routes }: Pick<AnySubject, 'routes'>): Right[] => [...new Set(routes.flatMap(rightsToAsk))];

/**
 * The rights that show an original, with all that a camera wrote into it, such as where it was taken: recording, and examining evidence.
 * All other readers see the view.
 */
export const examinersOf = ({ visible }: Pick<AnySubject, 'visible'>): Right[] => [
  ...new Set<Right>([...visible.whole, 'audit', 'inspect']),
];

/** The photos and papers of subjects, as far as who asks may bring and see them. */
@Injectable()
export class SubjectAttachments {
  constructor(
    private readonly attachments: Attachments,
    private readonly opened: OpenedSubjects,
    private readonly clock: Clock,
  ) {}

  /** `length`: how many bytes will come, where the client says it. */
  async keep(
    subject: AnySubject,
    id: string,
    file: AsyncIterable<Buffer>,
    length: number | undefined,
    who: Principal,
  ): Promise<AttachmentShown> {
    const { stream } = await this.open(subject, id, who, bringersOf(subject));
    const upload = { stream, length, by: who.account, day: this.clock.today() };
    const { uploadedAt, stream: _of, ...uploaded } = await this.attachments.keep(file, upload);
    return { ...uploaded, uploadedAt: uploadedAt.toISOString(), namedBy: [] };
  }

  /** Those that are kept; what was swept, no entry names. */
  async list(subject: AnySubject, id: string, who: Principal): Promise<AttachmentsShown> {
    const { stream, history } = await this.open(subject, id, who);
    const naming = (digest: Digest) => history.filter(({ by }) => by.evidence.includes(digest)).map(({ position }) => position);
    const attachments = (await this.attachments.list(stream)).map(({ uploadedAt, stream: _of, ...one }) => ({
      ...one,
      uploadedAt: uploadedAt.toISOString(),
      namedBy: naming(one.digest),
    }));
    return { position: history.at(-1)?.position ?? 0, attachments };
  }

  async original(subject: AnySubject, id: string, digest: Digest, who: Principal): Promise<ShownAttachment> {
    const { stream } = await this.open(subject, id, who, examinersOf(subject));
    return (await this.attachments.original(stream, digest)) ?? absent(digest);
  }

  async view(subject: AnySubject, id: string, digest: Digest, who: Principal): Promise<ShownAttachment> {
    const { stream } = await this.open(subject, id, who);
    return (await this.attachments.view(stream, digest)) ?? absent(digest);
  }

  private async open(
    subject: AnySubject,
    id: string,
    who: Principal,
    needed?: readonly Right[],
  ): Promise<{ stream: StreamName; history: readonly Entry[] }> {
    const { entries } = await this.opened.open(subject, id, who, needed);
    return { stream: streamOf(subject, id), history: entries };
  }
}

function absent(digest: Digest): never {
  throw new SubjectAbsent('attachment', digest);
}
