import { describe, expect, it } from '@jest/globals';
import { requireSupported } from './server-support.js';

describe('a PostgreSQL', () => {
  it('of version 14 is refused by name in both languages', () => {
    expect(() => {
      requireSupported({ version: 140_019, encoding: 'UTF8', mayUndo: false }, 'LOOKBACK_DATABASE_URL');
    }).toThrow(
      expect.objectContaining({
        name: 'UnsupportedDatabase',
        en: expect.stringMatching(/LOOKBACK_DATABASE_URL leads to PostgreSQL 14; 15 or newer/),
        zh: expect.stringMatching(/LOOKBACK_DATABASE_URL 指向 PostgreSQL 14/),
      }),
    );
  });

  it('of version 15 is taken', () => {
    expect(() => {
      requireSupported({ version: 150_000, encoding: 'UTF8', mayUndo: false }, 'LOOKBACK_DATABASE_URL');
    }).not.toThrow();
  });
});
