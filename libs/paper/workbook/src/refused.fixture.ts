import { expect } from '@jest/globals';
import { Refusal } from '@lookback/kernel';
import { type Limits, readSheet } from './index.js';

/** Reads a file to its end under one wanted column; answers the rule that refused it, with its facts. */
export async function refusalOf(bytes: Uint8Array, limits?: Partial<Limits>, columns: readonly string[] = ['姓名']): Promise<Refusal> {
  try {
    const { rows } = await readSheet(bytes, { columns: columns.map((name) => ({ name })), limits });
    for await (const { number } of rows) expect(number).toBeGreaterThan(0);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error('The file was not refused.');
}
