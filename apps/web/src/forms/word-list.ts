import type { Shapes } from '../api/ask.js';

/** A list of codes that dated standards hold: the server gives its lines. */
export type WordList = Shapes['FieldChoices']['list'];
