import { input } from '@lookback/kernel';

const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });
const clockInZone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day in the county's zone, as YYYY-MM-DD. */
export const dayOf = (instant: Date): string => inZone.format(instant);
export const today = (): string => dayOf(new Date());

/** An instant as its day and clock in the county's zone. */
export const dayAndClock = (instant: string): string => `${dayOf(new Date(instant))} ${clockInZone.format(new Date(instant))}`;

/** Whether a text is a day that exists: 2018-02-30 is none. */
export const isDay = (text: string): boolean => {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(text) ? numberOfDay(text) : NaN;
  return !Number.isNaN(days) && dayOfNumber(days) === text;
};

/** The day that somebody typed, in any notation that leaves no doubt, such as 2018年6月30日; undefined where it is none. */
export function dayTyped(text: string): string | undefined {
  const read = input.day(text);
  return 'value' in read ? read.value : undefined;
}

const msADay = 86_400_000;

/** Days since 1970, for axes. */
export const numberOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / msADay;
export const dayOfNumber = (days: number): string => new Date(Math.round(days) * msADay).toISOString().slice(0, 10);
