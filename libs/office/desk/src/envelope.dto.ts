import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Authority, CalendarDate, Digest, DocumentNumber, PersonId, UnitId } from '@lookback/kernel';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCalendarDate, IsDocumentNumber, IsId, Nested } from './field-decorators.js';

const sha256 = /^[0-9a-f]{64}$/;
const IsDigests = () =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(50),
    Matches(sha256, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'string', pattern: sha256.source }, example: [] }),
  );

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
  @IsOptional() @IsDigests() evidence?: Digest[];
  /** `act`: the office does it in the system now. */
  @IsOptional() @IsIn(['act']) mode?: 'act';
}
