import type { Authority, CalendarDate, Digest, DocumentNumber, PersonId, UnitId } from '@lookback/kernel';
import { IsIn, IsOptional } from 'class-validator';
import { IsCalendarDate, IsDocumentNumber, IsId, Nested, ShapedList } from './field-decorators.js';

const sha256 = /^[0-9a-f]{64}$/;

/** The document, meeting or rule that a statement rests on. */
export class AuthorityAsked implements Authority {
  @IsIn(['document', 'meeting', 'rule']) kind: 'document' | 'meeting' | 'rule';
  /** As it is cited. @example "永扶发〔2018〕12号" */
  @IsDocumentNumber() number: DocumentNumber;
  @IsOptional() @IsCalendarDate() date?: CalendarDate;
  /** The unit for which it is done. */
  @IsOptional() @IsId() onBehalfOf?: UnitId;
}

/** What every command says beside itself. Who records it and when follow from the account and the log. */
export class Envelope {
  /** The day from which it holds in the world. @example "2018-06-30" */
  @IsCalendarDate() effectiveOn: CalendarDate;
  /** The person who decided or did it; the account's own person where it is left out. */
  @IsOptional() @IsId() actedBy?: PersonId;
  @IsOptional() @Nested(() => AuthorityAsked) authority?: AuthorityAsked;
  /** Attachments, by digest. */
  @IsOptional() @ShapedList(sha256, { most: 50, example: [] }) evidence?: Digest[];
  /** `act`: the office does it in the system now. */
  @IsOptional() @IsIn(['act']) mode?: 'act';
}
