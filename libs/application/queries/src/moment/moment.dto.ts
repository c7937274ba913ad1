import type { ClockKind } from '@lookback/review/history';
import { OneOf } from '@lookback/office/desk';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

const clocks: readonly ClockKind[] = ['happened', 'recorded'];

/** As known when. */
export class KnownAsked {
  /** What was known: `@position`, an instant, or a day; the newest where left out. @example "@4711" */
  @IsOptional() @IsString() @MaxLength(40) known?: string;
}

/** Of which moment. */
export class MomentAsked extends KnownAsked {
  /** The day on which it was so; today where left out. @example "2018-06-30" */
  @IsOptional() @IsString() @MaxLength(40) at?: string;
}

/** Of which two moments. */
export class TwoMomentsAsked extends MomentAsked {
  /** The day of the other moment. @example "2019-06-30" */
  @IsOptional() @IsString() @MaxLength(40) vsAt?: string;
  /** What was known at the other moment. @example "@4800" */
  @IsOptional() @IsString() @MaxLength(40) vsKnown?: string;
}

/** When which field changed. */
export class FieldChangesAsked extends MomentAsked {
  /** As `/why` calls it. @example "guarantees.housing" */
  @IsString() @Length(1, 80) @Matches(/^[\p{L}\p{N}._-]+$/u) field: string;
  /** By what happened, or by what was recorded. */
  @OneOf(clocks) clock: ClockKind;
}
