import {
  type Authority,
  type CalendarDate,
  type Code,
  type Digest,
  type DocumentNumber,
  type Householder,
  type HouseholdId,
  type MemberId,
  type PersonId,
  type UnitId,
  digestShape,
} from '@lookback/kernel';
import { IsDefined, IsIn, IsOptional } from 'class-validator';
import { documentNumber, IsCalendarDate, IsId, Nested, OneOf, Shaped, ShapedList } from './field-decorators.js';
import { Field } from './fields/field.js';
import type { ActorKind } from './route.js';
import { proxyKinds, signMethods } from './sign-methods.js';

/** A file, by digest. */
export const IsDigest = () => Shaped(digestShape, `sha256:${'f'.repeat(64)}`);

/** Attachments, by digest. */
export const IsDigests = () => ShapedList(digestShape, { most: 50, example: [] });

/** The document, meeting or rule that a statement rests on. */
export class AuthorityAsked implements Authority {
  @IsIn(['document', 'meeting', 'rule']) kind: 'document' | 'meeting' | 'rule';
  /** As it is cited. @example "永扶发〔2018〕12号" */
  @Field(documentNumber, { en: 'Number', zh: '文号' }) number: DocumentNumber;
  @IsOptional() @IsCalendarDate() date?: CalendarDate;
  /** The unit for which it is done. */
  @IsOptional() @IsId() onBehalfOf?: UnitId;
}

/** The member of a household who did it, how that was signed, and through whom where it was another's hand. */
export class HouseholderAsked implements Householder {
  @IsId() household: HouseholdId;
  @IsId() member: MemberId;
  @OneOf(signMethods) how: Code<'sign-method'>;
  /** What the one is who acted for the member. */
  @IsOptional() @OneOf(proxyKinds) proxy?: Code<'proxy-kind'>;
}

/** What every command says beside itself, whoever acts. */
class AnyEnvelope {
  /** The day from which it holds in the world. @example "2018-06-30" */
  @IsCalendarDate() effectiveOn: CalendarDate;
  @IsOptional() @Nested(() => AuthorityAsked) authority?: AuthorityAsked;
  /** Attachments, by digest. */
  @IsOptional() @IsDigests() evidence?: Digest[];
  /** `act`: the office does it in the system now. `report`: it happened outside and is told late; a second person confirms it. */
  @IsOptional() @IsIn(['act', 'report']) mode?: 'act' | 'report';
}

/** The envelope of what an official does in a post. Who records it and when follow from the account and the log. */
export class Envelope extends AnyEnvelope {
  /** The person who decided or did it; the account's own person where it is left out. */
  @IsOptional() @IsId() actedBy?: PersonId;
}

/** The envelope of what a member of a household does. */
class HouseholderEnvelope extends AnyEnvelope {
  @IsDefined() @Nested(() => HouseholderAsked) householder: HouseholderAsked;
}

/** The envelope of what either does: where a householder is named, nobody else acted. */
class EitherEnvelope extends Envelope {
  @IsOptional() @Nested(() => HouseholderAsked) householder?: HouseholderAsked;
}

/** What any envelope may hold. */
export type AnyEnvelopeAsked = AnyEnvelope & Pick<EitherEnvelope, 'actedBy' | 'householder'>;

/** The class of the envelope of a route. */
export const envelopeOf = (acts: ActorKind): new () => AnyEnvelopeAsked =>
  ({ holder: Envelope, householder: HouseholderEnvelope, either: EitherEnvelope })[acts];
