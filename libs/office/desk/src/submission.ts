import type { EntryId } from '@lookback/kernel';
import { Command } from '@nestjs/cqrs';
import type { AnyEnvelopeAsked } from './envelope.dto.js';
import type { Receipt } from './receipt.dto.js';
import type { Asker } from './principal.js';
import type { AnySubject } from './subject.js';

/** What is asked, of which subject, by whom, and under which key. */
export interface CommandRequest {
  readonly subject: AnySubject;
  readonly id: string;
  readonly command: object;
  readonly envelope: AnyEnvelopeAsked;
  readonly who: Asker;
  /** The entry that a reaction answers. */
  readonly causationId?: EntryId | undefined;
  /** The idempotency key, as the asker gave it; of a channel, the token of its submission counts instead. */
  readonly key: string;
  /** Of what a list brings: the digests of the same content by keys of before, under which it may be on record. */
  readonly formerKeys?: readonly string[] | undefined;
  /** The revision that the asker saw; without it a moved stream is decided again. */
  readonly ifRevision?: number | undefined;
}

/** A command on its way to the desk. */
export class Submission extends Command<Receipt> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}
