import { household } from '@lookback/case/household';
import type { Digest, StreamName } from '@lookback/kernel';
import { Attachments, type ShownAttachment } from '@lookback/log/attachment';
import type { Entry } from '@lookback/log/event-log';
import { Clock, readerRights, type Right, rightsToAsk, type Principal, streamOf, SubjectAbsent } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { AttachmentShown, HouseholdAttachments } from './attachments.dto.js';
import { OpenedHouseholds } from '../household/opened-households.js';

/** The rights of those who may upload: to ask any command of a household is to bring what it rests on. */
export const bringers: readonly Right[] = [...new Set(household.routes.flatMap(rightsToAsk))];

/**
 * The rights that show an original, with all that a camera wrote into it, such as where it was taken: recording, and examining evidence.
 * All other readers see the view.
 */
export const examiners: readonly Right[] = ['record', 'audit', 'inspect'];

/** The photos and papers of households, as far as who asks may bring and see them. */
@Injectable()
export class SubjectAttachments {
  constructor(
    private readonly attachments: Attachments,
    private readonly opened: OpenedHouseholds,
    private readonly clock: Clock,
  ) {}

  /** `length`: how many bytes will come, where the client says it. */
  async keep(id: string, file: AsyncIterable<Buffer>, length: number | undefined, who: Principal): Promise<AttachmentShown> {
    const { stream } = await this.open(id, who, bringers);
    const upload = { stream, length, by: who.account, day: this.clock.today() };
    const { uploadedAt, stream: _of, ...uploaded } = await this.attachments.keep(file, upload);
    return { ...uploaded, uploadedAt: uploadedAt.toISOString(), namedBy: [] };
  }

  /** Those that are kept; what was swept, no entry names. */
  async list(id: string, who: Principal): Promise<HouseholdAttachments> {
    const { stream, history } = await this.open(id, who, readerRights);
    const naming = (digest: Digest) => history.filter(({ by }) => by.evidence.includes(digest)).map(({ position }) => position);
    const attachments = (await this.attachments.list(stream)).map(({ uploadedAt, stream: _of, ...one }) => ({
      ...one,
      uploadedAt: uploadedAt.toISOString(),
      namedBy: naming(one.digest),
    }));
    return { position: history.at(-1)?.position ?? 0, attachments };
  }

  async original(id: string, digest: Digest, who: Principal): Promise<ShownAttachment> {
    const { stream } = await this.open(id, who, examiners);
    return (await this.attachments.original(stream, digest)) ?? absent(digest);
  }

  async view(id: string, digest: Digest, who: Principal): Promise<ShownAttachment> {
    const { stream } = await this.open(id, who, readerRights);
    return (await this.attachments.view(stream, digest)) ?? absent(digest);
  }

  private async open(id: string, who: Principal, needed: readonly Right[]): Promise<{ stream: StreamName; history: readonly Entry[] }> {
    const { household: key, history } = await this.opened.open(id, who, needed);
    return { stream: streamOf(household, key), history };
  }
}

function absent(digest: Digest): never {
  throw new SubjectAbsent('attachment', digest);
}
