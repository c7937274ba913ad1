import { oddities, type Oddity } from './oddity.js';
import type { RawRow } from './raw-row.js';

/** Rows on their way between threads: each text once, and for each row its number, its width, and its cells: eight times the place among the texts, and what is odd about it. */
export interface TransferredRows {
  readonly texts: readonly string[];
  readonly cells: Uint32Array;
}

export function toTransfer(rows: readonly RawRow[]): TransferredRows {
  const places = new Map<string, number>();
  const cells = new Uint32Array(rows.reduce((size, { texts }) => size + 2 + texts.length, 0));
  let at = 0;
  for (const { number, texts, odd } of rows) {
    cells[at++] = number;
    cells[at++] = texts.length;
    const begins = at;
    for (const text of texts) {
      let place = places.get(text);
      if (place === undefined) places.set(text, (place = places.size));
      cells[at++] = place * 8;
    }
    for (const [column, oddity] of odd ?? [])
      if (column < texts.length) cells[begins + column] = (cells[begins + column] ?? 0) + oddities.indexOf(oddity) + 1;
  }
  return { texts: [...places.keys()], cells };
}

export function* fromTransfer({ texts, cells }: TransferredRows): Generator<RawRow, void, undefined> {
  for (let at = 0; at < cells.length;) {
    const [number = 0, width = 0] = cells.subarray(at, at + 2);
    const own = cells.subarray(at + 2, at + 2 + width);
    yield { number, texts: Array.from(own, (cell) => texts[cell >>> 3] ?? ''), odd: oddIn(own) };
    at += 2 + width;
  }
}

function oddIn(cells: Uint32Array): Map<number, Oddity> | undefined {
  let odd: Map<number, Oddity> | undefined;
  for (let column = 0; column < cells.length; column++) {
    const oddity = oddities[((cells[column] ?? 0) & 7) - 1];
    if (oddity) (odd ??= new Map()).set(column, oddity);
  }
  return odd;
}
