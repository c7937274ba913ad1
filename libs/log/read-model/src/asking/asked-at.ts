import type { CalendarDate } from '@lookback/kernel';

/** A point of the two clocks: what was so on a day, as known at a position of the log. */
export interface AskedAt {
  readonly day: CalendarDate;
  readonly position: number;
  /** Whether the tables stand at the position: then what is known now says all. */
  readonly isHead: boolean;
  /** Whether nothing is known of a later day: then the rows without an end are those of the day. */
  readonly isLastDay: boolean;
}

/** The tables of a group that hold rows of a point: what was known once is asked only of earlier positions. */
export const tablesAt = ({ isHead }: AskedAt): readonly ('known' | 'past')[] => (isHead ? ['known'] : ['known', 'past']);

/** The conditions under which a row `alias` of one of the tables holds at a point. @param value places a value */
export function holdsAt(
  { day, position, isHead, isLastDay }: AskedAt,
  of: { readonly table: 'known' | 'past'; readonly alias: string },
  value: (value: unknown) => string,
): string[] {
  const row = of.alias;
  if (isHead && isLastDay) return [`${row}.to_day = 'infinity'`];
  const [on, at] = [`${value(day)}::date`, isHead ? '' : `${value(position)}::bigint`];
  return [
    `${row}.from_day <= ${on} AND ${on} < ${row}.to_day`,
    ...(isHead ? [] : [`${row}.from_pos <= ${at}`]),
    ...(of.table === 'past' ? [`${at} < ${row}.to_pos`] : []),
  ];
}
