import type { RawRow } from './sheet-part.js';

/** Rows on their way between threads: each text once, and for each row its number, its width, and its cells' places among the texts. */
export interface PackedRows {
  readonly texts: readonly string[];
  readonly cells: Uint32Array;
}

export function packed(rows: readonly RawRow[]): PackedRows {
  const places = new Map<string, number>();
  const cells = new Uint32Array(rows.reduce((size, { texts }) => size + 2 + texts.length, 0));
  let at = 0;
  for (const { number, texts } of rows) {
    cells[at++] = number;
    cells[at++] = texts.length;
    for (const text of texts) {
      let place = places.get(text);
      if (place === undefined) places.set(text, (place = places.size));
      cells[at++] = place;
    }
  }
  return { texts: [...places.keys()], cells };
}

export function* unpacked({ texts, cells }: PackedRows): Generator<RawRow, void, undefined> {
  for (let at = 0; at < cells.length;) {
    const [number = 0, width = 0] = cells.subarray(at, at + 2);
    yield { number, texts: Array.from(cells.subarray(at + 2, at + 2 + width), (place) => texts[place] ?? '') };
    at += 2 + width;
  }
}
