import { type CalendarDate, type RegionCode, type WordList, wordLists } from '@lookback/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCalendarDate, Text } from './field-decorators.js';

/** For which day a form is filled in; today unless one is said. */
export class ActAsked {
  @IsOptional() @IsCalendarDate() on?: CalendarDate;
}

/** A code that can be chosen, with its words. */
export class ChoiceShown {
  @Text() code: string;
  @Text() en: string;
  @Text() zh: string;
}

/** What can be chosen in a field of a command: the lines of the list that is in force there on the day. */
export class FieldChoices {
  /** Its path: `main`, `to.rank`. */
  @Text() field: string;
  @ApiProperty({ enum: wordLists }) list: WordList;
  /** The region that set the list, and since when; null where none is in force on the day. */
  @Text(true) setIn: RegionCode | null;
  @Text(true) since: string | null;
  @ApiProperty({ type: [ChoiceShown] }) choices: ChoiceShown[];
}

/** What a form needs of a command, in the subject's region on a day. */
export class ActShown {
  @Text() command: string;
  @Text() on: string;
  @Text() region: RegionCode;
  @ApiProperty({ type: [FieldChoices] }) fields: FieldChoices[];
}
