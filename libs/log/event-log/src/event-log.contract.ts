import type { Catalogue } from '@lookback/kernel';
import { describe } from '@jest/globals';
import { appendingContract } from './appending.contract.js';
import type { LogUnderTest } from './opened.fixture.js';
import { readingContract } from './reading.contract.js';

/** What every driver promises. Called in a spec of the driver. */
export function eventLogContract(driver: string, open: (catalogue: Catalogue) => Promise<LogUnderTest>): void {
  describe(`the log in ${driver}`, () => {
    appendingContract(open);
    readingContract(open);
  });
}
