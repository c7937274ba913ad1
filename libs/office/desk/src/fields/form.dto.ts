import { type InBoth, type KindName, kindNames, type SeriesName, type WordList, wordLists } from '@lookback/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../field-decorators.js';

/** Something said in both languages. */
export class SaidShown implements InBoth {
  @Text() en: string;
  @Text() zh: string;
}

/** A code that can be chosen, with its words. */
export class ChoiceShown {
  @Text() code: string;
  @Text() en: string;
  @Text() zh: string;
}

/** The fields of a group in one case. */
export class CaseShown {
  @Text() value: string;
  @ApiProperty({ type: () => FieldShown, isArray: true }) fields: FieldShown[];
}

/** How a form asks for one field. What is absent does not belong to its kind. */
export class FieldShown {
  @Text() name: string;
  /** `filled` is never asked for, and sent back as it was. */
  @ApiProperty({ enum: [...kindNames, 'filled'] }) kind: KindName | 'filled';
  @ApiProperty({ type: SaidShown }) called: InBoth;
  @ApiProperty({ type: SaidShown, required: false }) hint?: InBoth;
  /** May be left out. */
  @ApiProperty({ type: Boolean }) optional: boolean;
  /** Of several: one at least. */
  @ApiProperty({ type: Boolean, required: false }) some?: boolean;
  /** Of a code: what can be chosen. */
  @ApiProperty({ type: [ChoiceShown], required: false }) choices?: ChoiceShown[];
  /** Of a code of a dated list: which. */
  @ApiProperty({ enum: wordLists, required: false }) list?: WordList;
  /** Of a number that the county gives: its series. */
  @ApiProperty({ enum: ['problem', 'cancellation'], required: false }) series?: SeriesName;
  /** Of a unit or a region: the choice fills `level` and `region` beside it. */
  @ApiProperty({ type: Boolean, required: false }) fills?: boolean;
  /** Of a group, and of each line of rows. */
  @ApiProperty({ type: () => FieldShown, isArray: true, required: false }) fields?: FieldShown[];
  /** Of a group with fields by case: the field beside it that says which, and the fields of each. */
  @ApiProperty({ type: String, required: false }) by?: string;
  @ApiProperty({ type: () => CaseShown, isArray: true, required: false }) cases?: CaseShown[];
  /** Of rows: drawn as a line for each code, or for each member. */
  @ApiProperty({ enum: ['checklist', 'relations'], required: false }) as?: 'checklist' | 'relations';
  /** Of a total: the fields added, those taken off, and the one that it is divided by. */
  @ApiProperty({ type: [String], required: false }) plus?: string[];
  @ApiProperty({ type: [String], required: false }) minus?: string[];
  @ApiProperty({ type: String, required: false }) over?: string;
}
