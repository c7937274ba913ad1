/** What a cell holds where it is neither text nor a number as it was typed. */
export type Oddity = 'error' | 'no-value' | 'cut' | 'boolean' | 'day';

/** Of a row, which cells hold what is odd, by column from 0. Most rows have none. */
export type Oddities = ReadonlyMap<number, Oddity>;

/** In the order in which they are packed; 0 stands for none. */
export const oddities: readonly Oddity[] = ['error', 'no-value', 'cut', 'boolean', 'day'];
