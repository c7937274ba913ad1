import { workbook } from './refusals.js';

/** An escape, `_xHHHH_`, takes seven characters for one. */
const longestEscape = 7;

/** Gathers the text of one cell or one shared text from its pieces. Refuses it as soon as it cannot be within the limit. */
export class GatheredText {
  #text = '';

  constructor(
    private readonly limit: number,
    private readonly place: () => string,
  ) {}

  clear(): void {
    this.#text = '';
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length > this.limit) this.#refuseOver(this.limit * longestEscape, this.#text);
  }

  /** As it stands in the file. */
  get raw(): string {
    return this.#text;
  }

  /** With Excel's escapes `_xHHHH_` undone, except those that stand for NUL or half a character. */
  get unescaped(): string {
    const text = this.#text.includes('_x') ? this.#text.replace(/_x(?!0000)(?![dD][89a-fA-F])([\da-fA-F]{4})_/g, character) : this.#text;
    if (text.length > this.limit) this.#refuseOver(this.limit, text);
    return text;
  }

  #refuseOver(limit: number, text: string): void {
    if (text.length > limit) workbook.refuse('workbook.cell-too-long', { place: this.place(), limit: this.limit });
  }
}

const character = (_: string, code: string): string => String.fromCharCode(parseInt(code, 16));
