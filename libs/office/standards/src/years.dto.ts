import { type CalendarDate, kind } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { ArrayUnique } from 'class-validator';

const Year = () => Field(kind.count(2000, 2100), { en: 'Year', zh: '年份' });
const byYear = ({ year }: { readonly year: number }) => year;

/** An amount of one year. */
export class YearAmount {
  @Year() year: number;
  @Field(kind.fen, { en: 'Per person and year', zh: '金额（每人每年）' }) fen: number;
}

const yearAmounts = (least: number) => kind.rows(() => YearAmount, least, 100);

/** Income under which a person counts as poor, by year. A year that is not listed is not set. */
export class PovertyLine {
  @Field(yearAmounts(1), { en: 'By year', zh: '各年度标准' }) @ArrayUnique(byYear) lines: YearAmount[];
}

/** Income under which a household is monitored: a share of the poverty line, or an amount where one is set for the year. */
export class MonitoringScope {
  @Field(kind.count(100, 1000), { en: 'Percentage of the poverty line', zh: '贫困线百分比' }) percentOfLine: number;
  @Field(yearAmounts(0), { en: 'Amounts by year', zh: '按年度金额' }) @ArrayUnique(byYear) amounts: YearAmount[];
}

const days = kind.days(366);
const hint = { en: 'One date a line: 2020-01-01', zh: '每行一个日期，如 2020-01-01' };

export class WorkYear {
  @Year() year: number;
  @Field(days, { en: 'Weekdays that are holidays', zh: '工作日中的休息日', hint }) daysOff: CalendarDate[];
  @Field(days, { en: 'Weekend days that are worked', zh: '周末中的上班日', hint }) makeUpDays: CalendarDate[];
}

/** Which days are worked. A year that is not listed is not set. */
export class WorkCalendar {
  @Field(kind.rows(() => WorkYear, 1, 100), { en: 'By year', zh: '各年度' })
  @ArrayUnique(byYear)
  years: WorkYear[];
}
