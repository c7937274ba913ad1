import { marksOfPlace } from '@lookback/log/vault';
import type { Marking } from './insider.js';

/** What the index keeps of a name. */
export const beginningOf = (name: string): string => Array.from(name).slice(0, 2).join('');

export const markingOfIndex: Marking = { textOf: beginningOf, marks: marksOfPlace };
