import type { AccountId, Digest } from '@lookback/kernel';
import { type MediaType, mediaTypes } from '@lookback/log/attachment';
import { ApiProperty } from '@nestjs/swagger';

/** A photo or a paper of a subject. */
export class AttachmentShown {
  /** SHA-256 of the encrypted bytes: what an entry's evidence names. */
  @ApiProperty({ type: String }) digest: Digest;
  /** By its content, whatever it was called. */
  @ApiProperty({ enum: mediaTypes }) kind: MediaType;
  /** Bytes of the original. */
  size: number;
  @ApiProperty({ type: String }) uploadedBy: AccountId;
  uploadedAt: string;
  /** Log positions of the entries that name it; while there is none it is swept after a week. */
  @ApiProperty({ type: [Number] }) namedBy: number[];
}

/** What was uploaded of a subject. */
export class AttachmentsShown {
  /** The log position that the list reflects. */
  position: number;
  @ApiProperty({ type: [AttachmentShown] }) attachments: AttachmentShown[];
}
