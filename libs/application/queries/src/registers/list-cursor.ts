import type { CalendarDate, CellValue } from '@lookback/kernel';
import type { RowCursor, Ordered } from '@lookback/log/read-model';

/** Where a list goes on: after a row, at one point of the two clocks, in one order, of one version of the register. */
export interface ListCursor {
  readonly version: string;
  readonly day: CalendarDate;
  readonly position: number;
  readonly order: string;
  readonly after: RowCursor;
}

export const orderText = (order: readonly Ordered[]): string =>
  order.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join();

/** As it stands in an address. */
export const cursorText = ({ version, day, position, order, after }: ListCursor): string =>
  Buffer.from(JSON.stringify([version, day, position, order, after.subject, after.key, after.cells])).toString('base64url');

/** Undefined where a text is no cursor. */
export function cursorIn(text: string): ListCursor | undefined {
  if (text.length > 2_000) return undefined;
  const said = parsed(Buffer.from(text, 'base64url').toString());
  if (!Array.isArray(said)) return undefined;
  const [version, day, position, order, subject, key, cells] = said as unknown[];
  if (typeof version !== 'string' || typeof day !== 'string' || typeof order !== 'string' || typeof key !== 'string') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !Number.isSafeInteger(position) || !Number.isSafeInteger(subject)) return undefined;
  if (!Array.isArray(cells) || !cells.every(isCell) || cells.length !== order.split(',').filter(Boolean).length) return undefined;
  return { version, day: day as CalendarDate, position: position as number, order, after: { subject: subject as number, key, cells } };
}

const isCell = (value: unknown): value is CellValue => value === null || ['string', 'number', 'boolean'].includes(typeof value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
