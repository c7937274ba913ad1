import type { Digest, StreamName } from '@lookback/kernel';
import { Attachments } from '@lookback/log/attachment';
import { Evidence } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';

/** Fills the desk's port with the attachments. */
@Injectable()
export class EvidenceUploaded extends Evidence {
  constructor(private readonly attachments: Attachments) {
    super();
  }

  missing(subject: StreamName, digests: readonly Digest[]): Promise<readonly Digest[]> {
    return this.attachments.missing(subject, digests);
  }
}
