import {
  type CalendarDate,
  type EntryId,
  type InBoth,
  type Language,
  modes,
  type PersonId,
  type RegionCode,
  type UnitId,
} from '@lookback/kernel';
import { IsCalendarDate, IsEntryId, IsId, IsPosition, IsRegionCode, IsWhole, OneOf, Shaped, Text, SaidShown } from '@lookback/office/desk';
import { type FacetName, facets, EntryNarrativeShown, type FieldSaid } from '@lookback/review/history';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** Which entries; all that is given has to hold. */
export class EntriesAsked {
  /** Of which kind of subject: one of those in the list `subjects` of `/words`. */
  @IsOptional() @Shaped(/^[a-z]{2,30}$/, 'household') kind?: string;
  /** Of one subject of that kind, by id. */
  @IsOptional() @IsId() subject?: string;
  @IsOptional()
  @Shaped(/^[A-Z][A-Za-z]{2,60}$/, 'GuaranteeChecked')
  type?: string;
  /** In which this person acted or which they typed in; `part` says which of both. */
  @IsOptional() @IsId() person?: PersonId;
  @IsOptional() @OneOf(['acted', 'recorded']) part?: 'acted' | 'recorded';
  /** Typed in by this account, channel or process. */
  @IsOptional() @IsId() account?: string;
  /** For which who acted did so. */
  @IsOptional() @IsId() unit?: UnitId;
  /** Where the subject lies. */
  @IsOptional() @IsRegionCode() region?: RegionCode;
  @IsOptional() @OneOf(modes) mode?: (typeof modes)[number];
  /** First and last day of effect. */
  @IsOptional() @IsCalendarDate() effectiveFrom?: CalendarDate;
  @IsOptional() @IsCalendarDate() effectiveTo?: CalendarDate;
  /** First and last day of recording, in the county's zone. */
  @IsOptional() @IsCalendarDate() recordedFrom?: CalendarDate;
  @IsOptional() @IsCalendarDate() recordedTo?: CalendarDate;
  /** Of one procedure, by its first entry's id. */
  @IsOptional() @IsEntryId() correlation?: EntryId;
  /** Only those recorded more than 30 days after they took effect. */
  @IsOptional() @OneOf(['true']) late?: 'true';
  /** Only those that were corrected or struck out on another's approval. */
  @IsOptional() @OneOf(['true']) reversed?: 'true';
  /** Only up to this position: what was known then. */
  @IsOptional() @IsPosition() upTo?: number;
}

/** As a file, in a language. */
export class EntriesExported extends EntriesAsked {
  @IsOptional() @OneOf(['zh', 'en']) language?: Language;
}

/** A page of entries, the newest first. */
export class EntriesPageAsked extends EntriesAsked {
  /** Those before this position: the `older` of a page. */
  @IsOptional() @IsPosition() before?: number;
  /** Those after this position, next to it: the `newer` of a page. */
  @IsOptional() @IsPosition() after?: number;
  @IsOptional() @IsWhole(1, 200) limit?: number;
}

/** An entry in a list, as a sentence, with what it is about. */
export class EntryLine extends EntryNarrativeShown {
  /** Of which kind its subject is. */
  @Text() kind: string;
  @ApiProperty({ type: SaidShown }) kindCalled: SaidShown;
  /** The subject's id. */
  @Text() subject: string;
  /** Where its file is, as this API and the console name it: `/households/<id>`; null where it has none. */
  @Text(true) subjectPath: string | null;
  /** As the office calls it: a household's number or file code, a unit's or a person's name, a login; null where that is erased. */
  @Text(true) subjectName: string | null;
  /** Where the subject lies; null where it lies nowhere in particular. */
  @Text(true) region: RegionCode | null;
  @Text(true) regionName: string | null;
  /** Days from its day of effect to the day of its recording, negative where it was recorded ahead. */
  @ApiProperty({ type: 'integer' }) daysUntilRecorded: number;
}

export class EntriesPage {
  /** The log position that the page reflects. */
  position: number;
  /** The newest first. */
  @ApiProperty({ type: [EntryLine] }) entries: EntryLine[];
  /** How many entries of the page are not told, as the log is broken in their streams. */
  @ApiProperty({ type: 'integer' }) leftOut: number;
  /** Asks for the page of older ones, as `before`; null where there are none. */
  @ApiProperty({ type: Number, nullable: true }) older: number | null;
  /** Asks for the page of newer ones, as `after`; null where there are none. */
  @ApiProperty({ type: Number, nullable: true }) newer: number | null;
}

export class FacetValue {
  @Text() key: string;
  /** In words; null for what has none. */
  @Text(true) en: string | null;
  @Text(true) zh: string | null;
  entries: number;
}

/** The most frequent values of one facet, at most 30. */
export class Facet {
  @ApiProperty({ enum: [...facets] }) facet: FacetName;
  @ApiProperty({ type: [FacetValue] }) values: FacetValue[];
}

/** How the entries that a filter leaves are spread. */
export class EntryFacets {
  position: number;
  /** How many entries were counted: the newest 50,000 at most. */
  counted: number;
  /** False where there are more. */
  complete: boolean;
  @ApiProperty({ type: [Facet] }) facets: Facet[];
}

/** A field of what was recorded, by its label and in words. */
export class FieldSaidShown implements FieldSaid {
  @Text() name: string;
  @ApiProperty({ type: SaidShown }) called: InBoth;
  /** Null where the form left it empty, and where it is erased or not the reader's to see. */
  @ApiProperty({ type: SaidShown, nullable: true }) said: InBoth | null;
  /** Of a group. */
  @ApiProperty({ type: () => FieldSaidShown, isArray: true, required: false }) fields?: FieldSaidShown[];
  /** Of lines: those of each. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/FieldSaidShown' } },
    required: false,
  })
  lines?: FieldSaidShown[][];
}

/** An entry as a whole: its envelope, what it says as far as the reader may see it, and what proves it. */
export class EntryWhole extends EntryLine {
  @Text() stream: string;
  /** The version of its type under which it was stored. */
  version: number;
  /** Field by field with labels and in words, as the form of its act asks for it; null where no form brings such entries. */
  @ApiProperty({ type: () => FieldSaidShown, isArray: true, nullable: true }) said: readonly FieldSaid[] | null;
  /** What it says, in today's version. What is sealed reads `{"sealed": …, "value": …}`: null where it is withheld, `{"erased": true}` where it is erased. */
  @ApiProperty({ type: Object, additionalProperties: true }) data: object;
  @Text(true) correlationId: string | null;
  @Text(true) causationId: string | null;
  /** The idempotency key under which it was asked. */
  @Text() key: string;
  /** Which key its MAC was made with. */
  @Text() macKey: string;
  /** SHA-256 of its leaf, as `sha256:<hex>`: what the Merkle tree takes. */
  @Text() leafHash: string;
}
