import type { InBoth } from '@lookback/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Text } from './field-decorators.js';
import { FieldShown, SaidShown } from './fields/form.dto.js';
import { everyRight, type Right } from './rights.js';
import type { ActorKind } from './route.js';

/** How the day of an act is asked for. */
export class DayAsked {
  @ApiProperty({ type: SaidShown }) called: InBoth;
  @ApiProperty({ type: SaidShown }) hint: InBoth;
}

/** An act that may be asked of a kind of subject: who may, and how its form is drawn. What is absent does not hold of it. */
export class ActOffered {
  /** The last part of its route, and of that of its form. */
  @Text() path: string;
  @ApiProperty({ type: SaidShown }) called: InBoth;
  /** Any of these rights, where the subject lies. */
  @ApiProperty({ enum: everyRight, isArray: true }) may: Right[];
  /** It brings a subject on record. */
  @ApiProperty({ type: Boolean }) opens: boolean;
  /** No route asks it: a list brings it, and its form corrects what a list said. */
  @ApiProperty({ type: Boolean }) fromList: boolean;
  /** Whose act it is. */
  @ApiProperty({ enum: ['holder', 'householder', 'either'] satisfies ActorKind[] }) acts: ActorKind;
  /** It may take effect on a day to come. */
  @ApiProperty({ type: Boolean }) ahead: boolean;
  /** The types of the entries that its form corrects. */
  @ApiProperty({ type: [String] }) corrects: string[];
  /** The field that names the row of a list that it is about. */
  @ApiProperty({ type: String, required: false }) about?: string;
  /** Which rows it is offered for: the values of columns. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } })
  at?: Record<string, string[]>;
  /** The key that asks it of the row that has the focus. */
  @ApiProperty({ type: String, required: false }) letter?: string;
  /** Never asked of several in one go. */
  @ApiProperty({ type: Boolean, required: false }) single?: boolean;
  /** Never a row's main act. */
  @ApiProperty({ type: Boolean, required: false }) aside?: boolean;
  /** `today`, where no other day makes a difference; or how the day is asked for. Absent, the day and who acted are asked for as of any act. */
  @ApiProperty({ oneOf: [{ type: 'string', enum: ['today'] }, { $ref: '#/components/schemas/DayAsked' }], required: false })
  day?: 'today' | DayAsked;
  /** Whom it puts on record: who is likely there already is shown before. */
  @ApiProperty({ enum: ['people', 'units'], required: false }) likely?: 'people' | 'units';
  /** What would follow is shown while it is typed; what stands in for fields on which that does not rest. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) tellsWhatFollows?: Record<string, unknown>;
  /** Beside which field a rule's refusal stands, where its facts name none. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) places: Record<string, string>;
  @ApiProperty({ type: [FieldShown] }) fields: FieldShown[];
}

/** The acts of a kind of subject, in the order in which they are offered. */
export class SubjectActs {
  @Text() subject: string;
  /** As it stands in addresses: `households`. */
  @Text() plural: string;
  @ApiProperty({ type: [ActOffered] }) acts: ActOffered[];
}

/** Every act that the product knows, kind by kind. */
export class EveryAct {
  @ApiProperty({ type: [SubjectActs] }) subjects: SubjectActs[];
}
