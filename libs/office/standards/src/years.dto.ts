import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { CalendarDate } from '@lookback/kernel';
import { Fen, Integer, Nested } from '@lookback/office/desk';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsISO8601, Matches } from 'class-validator';

const IsYear = () => Integer(2000, 2100);

/** An amount of one year. */
export class YearAmount {
  @IsYear() year: number;
  /** Fen per person and year. */
  @Fen() fen: number;
}

const YearAmounts = (least: number) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(100),
    ArrayUnique(({ year }: YearAmount) => year),
    Nested(() => YearAmount),
  );

/** Income under which a person counts as poor, by year. A year that is not listed is not set. */
export class PovertyLine {
  @YearAmounts(1) lines: YearAmount[];
}

/** Income under which a household is monitored: a share of the poverty line, or an amount where one is set for the year. */
export class MonitoringScope {
  @Integer(100, 1000) percentOfLine: number;
  @YearAmounts(0) amounts: YearAmount[];
}

const Days = () =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(366),
    ArrayUnique(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true, context: { en: 'days as 2020-01-01, one a line', zh: '日期，如 2020-01-01，每行一个' } }),
    IsISO8601({ strict: true }, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'string', format: 'date' } }),
  );

export class WorkYear {
  @IsYear() year: number;
  /** Weekdays that are off. */
  @Days() daysOff: CalendarDate[];
  /** Days of weekends that are worked. */
  @Days() makeUpDays: CalendarDate[];
}

/** Which days are worked. A year that is not listed is not set. */
export class WorkCalendar {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique(({ year }: WorkYear) => year) @Nested(() => WorkYear) years: WorkYear[];
}
