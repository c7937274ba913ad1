import type { Code, Sealed } from '@lookback/kernel';

export type ViewId = Code<'view'>;

/** By columns: what rows are filtered by, and what is said of the list itself. */
export type ViewQuery = Readonly<Record<string, Code<'view-part'>>>;

/** A list as somebody wants to see it again. */
export interface View {
  /** Of which register. */
  readonly register: Code<'register'>;
  readonly name: Sealed<string>;
  readonly query: ViewQuery;
}

/** The views of an owner. */
export type Views = ReadonlyMap<ViewId, View>;

/** As many as an owner has. */
export const mostViews = 50;
/** As much as a query says. */
export const mostOfQuery = { parts: 40, characters: 1_000 };

export const registerShape = /^[a-z][a-z-]{1,39}$/;
/** A column, one of a joined register, or what is said of the list itself. */
const partShape = /^[a-z][A-Za-z.-]{0,59}$/;
/** Codes, ids, days, figures and names of columns, several of them separated by commas, two as the ends of a range. */
const valueShape = /^[A-Za-z0-9@_.,~-]{1,1000}$/;

/** Whether a query holds codes and figures, and no sentence. */
export const isViewQuery = (query: unknown): query is ViewQuery =>
  typeof query === 'object' &&
  query !== null &&
  !Array.isArray(query) &&
  Object.keys(query).length <= mostOfQuery.parts &&
  Object.entries(query as Record<string, unknown>).every(
    ([part, value]) =>
      partShape.test(part) && typeof value === 'string' && value.length <= mostOfQuery.characters && valueShape.test(value),
  );
