import type { MomentAsked } from '../../moment/moment-asked.js';

/** The parameters of a list's address, each as the text that it is: the names of its columns choose rows, the others are said here. */
export type ListAsked = Readonly<Record<string, string>>;

/** An address as a list reads it; its route lets texts alone through. */
export const asListed = (search: object): ListAsked => search as ListAsked;

/** What an address says of a list beside which rows it holds. */
const beside = ['at', 'known', 'since', 'columns', 'order'] as const;

/** Which rows are asked for, by column. */
export const filtersIn = (asked: ListAsked): ListAsked =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !(beside as readonly string[]).includes(name)));

/** The same list with other rows. */
export const withFilters = (asked: ListAsked, filters: Readonly<Record<string, string | undefined>>): ListAsked => ({
  ...Object.fromEntries(Object.entries(asked).filter(([name]) => (beside as readonly string[]).includes(name))),
  ...(Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as ListAsked),
});

/** The same list, something of it said otherwise; undefined is no longer said. */
export const changed = (asked: ListAsked, change: Readonly<Record<string, string | undefined>>): ListAsked =>
  Object.fromEntries(
    Object.entries({ ...asked, ...change }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );

/** Which moment a list is asked of. */
export const momentIn = ({ at, known }: ListAsked): MomentAsked => ({
  ...(at !== undefined && { at }),
  ...(known !== undefined && { known }),
});

/** The names that a parameter holds, separated by commas. */
export const namesIn = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(',').filter((name) => name !== '');

/** The order after a click on a column: by it, then falling, then as the register stands by itself. */
export function orderAfter(column: string, now: string | undefined): string | undefined {
  const [first, ...others] = namesIn(now);
  if (first === `-${column}`) return undefined;
  const rest = (first === column ? others : namesIn(now)).filter((name) => name !== column && name !== `-${column}`);
  return [first === column ? `-${column}` : column, ...rest].slice(0, mostOrders).join(',');
}

/** By as many columns a list is ordered at once: nobody sees what a fourth does. */
const mostOrders = 3;
