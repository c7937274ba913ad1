import { AsOfShown, InapplicableShown, SaidShown, Text } from '@lookback/office/desk';
import type { Visibility } from '@lookback/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { ClockKind } from './field-changes.js';
import { EntryNarrativeShown } from './entry-narrative.dto.js';
import type { EntryNarrative } from './entry-narrative.js';

/** OpenAPI's side of what this lib answers of any subject. */

const Said = () => ApiProperty({ type: SaidShown, nullable: true });

/** A fact of a file. */
export class FileFact extends SaidShown {
  /** By which one asks why it is so. */
  @Text() field: string;
  @ApiProperty({ nullable: true, description: 'As JSON; `{"erased": true}` where its key is destroyed.' }) value: unknown;
  /** The value in words; null where it has none. */
  @Said() said: SaidShown | null;
}

/** Facts that stand together. */
export class FileSectionShown extends SaidShown {
  @Text() section: string;
  @ApiProperty({ type: [FileFact] }) facts: readonly FileFact[];
}

/** A subject on a day, as known at a position. */
export class SubjectFileShown {
  id: string;
  /** Of which kind it is. */
  @Text() kind: string;
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  /** As the office calls it; null where that is erased. */
  @Said() title: SaidShown | null;
  @ApiProperty({ enum: ['whole', 'masked'] }) sight: Visibility;
  @ApiProperty({ type: [FileSectionShown] }) sections: readonly FileSectionShown[];
  @ApiProperty({ type: [InapplicableShown] }) inapplicable: readonly InapplicableShown[];
}

export class SubjectHistory {
  id: string;
  /** The position that the history reflects. */
  known: string;
  @ApiProperty({ type: [EntryNarrativeShown] }) entries: EntryNarrative[];
  /** The entries of which this account may ask that they be corrected, by id. */
  @ApiProperty({ type: [String] }) correctable: string[];
  /** Those of which it may ask that they be struck out. */
  @ApiProperty({ type: [String] }) retractable: string[];
}

/** The entries that set a field of the file, by position: the last one set what it shows. */
export class FieldSetShown {
  /** `standing`, `guarantees.housing`, `members.<id>`, `problems.<number>`, … */
  @Text() field: string;
  @Text() en: string;
  @Text() zh: string;
  @ApiProperty({ type: [Number] }) setBy: readonly number[];
}

/** Why every field of a file is so. */
export class SubjectWhy {
  id: string;
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @ApiProperty({ type: [FieldSetShown] }) fields: readonly FieldSetShown[];
  /** Every entry that a field names. */
  @ApiProperty({ type: [EntryNarrativeShown] }) entries: readonly EntryNarrative[];
}

/** A field that differs between two moments, as the file shows it; null where it was not there. */
export class FieldChangedShown extends FieldSetShown {
  @ApiProperty({ nullable: true, description: 'As the file at the first moment shows it.' }) before: unknown;
  @ApiProperty({ nullable: true, description: 'As the file at the second moment shows it.' }) after: unknown;
  /** Both in words; null where there are none. */
  @Said() beforeSaid: SaidShown | null;
  @Said() afterSaid: SaidShown | null;
}

/** What differs between a subject's files at two moments, each field with the entries that make the difference. */
export class SubjectDiff {
  id: string;
  @ApiProperty({ type: AsOfShown }) a: AsOfShown;
  @ApiProperty({ type: AsOfShown }) b: AsOfShown;
  @ApiProperty({ type: [FieldChangedShown] }) changed: readonly FieldChangedShown[];
  /** Every entry that a field names. */
  @ApiProperty({ type: [EntryNarrativeShown] }) entries: readonly EntryNarrative[];
}

/** An entry at which a field changed, with what the file shows of it before and after; null where it was not there. */
export class FieldChangeShown {
  /** The day from which it holds, as what counts says. */
  @Text() on: string;
  /** The entry, and where another set what it says, that one too. */
  @ApiProperty({ type: [Number] }) setBy: readonly number[];
  @ApiProperty({ nullable: true, description: 'As the file shows it before.' }) before: unknown;
  @ApiProperty({ nullable: true, description: 'As the file shows it after.' }) after: unknown;
  /** Both in words; null where there are none. */
  @Said() beforeSaid: SaidShown | null;
  @Said() afterSaid: SaidShown | null;
}

/** When a field of a file changed: by what happened, or by what was recorded. */
export class SubjectFieldChanges {
  id: string;
  /** What happened up to this day, as known at this position. */
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @Text() field: string;
  @ApiProperty({ enum: ['happened', 'recorded'] }) clock: ClockKind;
  /** In the order of the clock. */
  @ApiProperty({ type: [FieldChangeShown] }) changes: readonly FieldChangeShown[];
  /** Every entry that a change names. */
  @ApiProperty({ type: [EntryNarrativeShown] }) entries: readonly EntryNarrative[];
}
