import type { CalendarDate, Digest, PersonId, UnitId } from '@lookback/kernel';
import { Integer, IsAsWritten, IsCalendarDate, IsDigest, IsId, Nested, OneOf } from '@lookback/office/desk';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, IsOptional } from 'class-validator';
import { type Rank, ranks } from '@lookback/office/standards';
import { type Affiliation, affiliations } from './assistance.codes.js';
import type { Helper } from './assistance.events.js';

/** One row of a list: who helps the household, as stated. */
export class HelperListed implements Helper {
  /** Where it stands in the sheet, from 1. */
  @Integer(1, 1_100_000) readonly row: number;
  @IsId() readonly person: PersonId;
  @IsId() readonly unit: UnitId;
  @OneOf(ranks) readonly rank: Rank;
  @IsOptional() @OneOf(affiliations) readonly affiliation: Affiliation | null = null;
  @IsOptional() @IsCalendarDate() readonly startedOn: CalendarDate | null = null;
  @IsOptional() @IsAsWritten() readonly asWritten: Readonly<Record<string, string>> | null = null;
}

/** The sheet of a list. */
export class SheetListed {
  @IsDigest() readonly file: Digest;
  /** From 1. */
  @Integer(1, 1_000) readonly sheet: number;
}

/** Takes a household's helpers over from a list: what its rows say, and where they stand. No route asks it; a correction says one again. */
export class TakeOverHelpers {
  @IsDefined() @Nested(() => SheetListed) readonly source: SheetListed;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @Nested(() => HelperListed) readonly helpers: HelperListed[];

  /** What is listed, or that with something changed. */
  static from(listed: Listed, changed: Partial<Listed> = {}): TakeOverHelpers {
    return Object.assign(new TakeOverHelpers(), listed, changed);
  }
}

type Listed = Pick<TakeOverHelpers, 'source'> & { readonly helpers: readonly HelperListed[] };
