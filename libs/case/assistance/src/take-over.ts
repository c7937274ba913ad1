import { type CalendarDate, type Digest, kind, type PersonId, type UnitId } from '@lookback/kernel';
import { Field, Integer, IsAsWritten, IsDigest, Nested, OneOf } from '@lookback/office/desk';
import { IsDefined, IsOptional } from 'class-validator';
import { helperRank, type Rank } from '@lookback/office/standards';
import { type Affiliation, affiliations } from './assistance.codes.js';
import type { Helper } from './assistance.events.js';

/** One row of a list: who helps the household, as stated. */
export class HelperListed implements Helper {
  /** Where it stands in the sheet, from 1. */
  @Integer(1, 1_100_000) readonly row: number;
  @Field(kind.person, { en: 'Helper', zh: '帮扶责任人' }) readonly person: PersonId;
  @Field(kind.unit, { en: 'Unit', zh: '单位' }) readonly unit: UnitId;
  @Field(helperRank, { en: 'Rank', zh: '职级' }) readonly rank: Rank;
  @IsOptional() @OneOf(affiliations) readonly affiliation: Affiliation | null = null;
  @Field(kind.day, { en: 'Helping since', zh: '帮扶开始时间', optional: true }) readonly startedOn: CalendarDate | null = null;
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
  @Field(kind.rows(() => HelperListed, 1, 50), { en: 'Helper', zh: '帮扶责任人' })
  readonly helpers: HelperListed[];

  /** What is listed, or that with something changed. */
  static from(listed: Listed, changed: Partial<Listed> = {}): TakeOverHelpers {
    return Object.assign(new TakeOverHelpers(), listed, changed);
  }
}

type Listed = Pick<TakeOverHelpers, 'source'> & { readonly helpers: readonly HelperListed[] };
