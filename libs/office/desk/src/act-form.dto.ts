import { type CalendarDate, type RegionCode, type WordList, wordLists } from '@lookback/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCalendarDate, Shaped, Text } from './field-decorators.js';
import { ChoiceShown } from './fields/form.dto.js';

/** For which day a form is filled in, today unless one is said; and about which row of a list. */
export class FormAsked {
  @IsOptional() @IsCalendarDate() on?: CalendarDate;
  /** As the act's field `about` names it. */
  @IsOptional() @Shaped(/^[0-9A-Za-z-]{1,64}$/, 'ZG-2020-0412') about?: string;
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

/** A rule that would refuse a command, whatever else is typed. */
export class RefusalForeseen {
  @Text() rule: string;
  @Text() en: string;
  @Text() zh: string;
  /** The facts of the rule, by name. */
  @ApiProperty({ type: 'object', additionalProperties: true }) facts: Readonly<Record<string, unknown>>;
}

/** What a form needs of a command, in the subject's region on a day. */
export class FormShown {
  @Text() command: string;
  @Text() on: string;
  @Text() region: RegionCode;
  @ApiProperty({ type: [FieldChoices] }) fields: FieldChoices[];
  /** What stands in the form to begin with: fields of the command. */
  @ApiProperty({ type: 'object', additionalProperties: true }) prefill: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: [RefusalForeseen] }) refusals: RefusalForeseen[];
}
