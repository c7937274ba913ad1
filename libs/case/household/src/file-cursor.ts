import type { RegionCode } from '@lookback/kernel';

/** A household's place in a list of files, which go by village and file code; those of one code by the rest of the id. Source: procedures.md, K7. */
export interface FilePlace {
  readonly village: RegionCode;
  readonly id: string;
}

/** The last household of a page, as the next page is asked for. */
export type FileCursor = string;

/** What a cursor looks like. */
export const fileCursorShape = /^\d{12}~[0-9A-Za-z-]{1,64}$/;

export const fileCursor = ({ village, id }: FilePlace): FileCursor => `${village}~${id}`;

/** The next page's cursor, of one household more than the page has; null on the last page. */
export const nextCursor = (found: readonly FilePlace[], limit: number): FileCursor | null => {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last ? fileCursor(last) : null;
};

/** The two columns that a row's are compared with: `(h.village, h.stream) > (?, ?)`. */
export function placeAfter(cursor: FileCursor): readonly [village: string, stream: string] {
  const [village = '', id = ''] = cursor.split('~', 2);
  return [village, `household-${id}`];
}
