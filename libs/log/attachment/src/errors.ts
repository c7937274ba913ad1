import type { Digest } from '@lookback/kernel';

/** Nobody can read it any more: the key of whom it is about was destroyed. */
export class AttachmentErased extends Error {
  override readonly name = 'AttachmentErased';
  constructor(readonly digest: Digest) {
    super(`attachment ${digest} is erased`);
  }
}

/** What is stored under a digest is not what was uploaded: changed, cut, moved from elsewhere, or gone. */
export class AttachmentCorrupted extends Error {
  override readonly name = 'AttachmentCorrupted';
  constructor(
    readonly digest: Digest,
    what: string,
  ) {
    super(`attachment ${digest}: ${what}`);
  }
}

/** The store or the scanner is out of reach, or does not answer: nothing was kept. */
export class AttachmentsUnavailable extends Error {
  override readonly name = 'AttachmentsUnavailable';
  constructor(
    readonly part: 'store' | 'scanner',
    why: string,
  ) {
    super(`the ${part} of attachments: ${why}`);
  }
}
