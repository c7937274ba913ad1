import { expect, it } from '@jest/globals';
import { openBuiltOffice } from '../support/built-office.js';
import { askOddly } from '../support/odd-answers.js';

it('twenty thousand odd requests never break the server, are refused by field and reason, and record nothing untold', async () => {
  const office = await openBuiltOffice();
  try {
    const { wrong, entries, told, untold, malformed } = await askOddly(office, 20_201_116, 20_000);
    expect(wrong).toEqual([]);
    expect(entries - told).toBeGreaterThanOrEqual(0);
    expect(entries - told).toBeLessThanOrEqual(untold);
    expect(malformed).toBeGreaterThan(5_000);
  } finally {
    await office.close();
  }
}, 600_000);
