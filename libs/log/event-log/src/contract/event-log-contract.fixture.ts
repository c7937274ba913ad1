import type { Catalogue } from '@lookback/kernel';
import { describe } from '@jest/globals';
import { appendingContract } from './appending.fixture.js';
import type { LogUnderTest } from './opened.fixture.js';
import { readingContract } from './reading.fixture.js';

/** What every driver promises. Called in a spec of the driver. */
export function eventLogContract(driver: string, open: (catalogue: Catalogue) => Promise<LogUnderTest>): void {
  describe(`the log in ${driver}`, () => {
    appendingContract(open);
    readingContract(open);
  });
}
