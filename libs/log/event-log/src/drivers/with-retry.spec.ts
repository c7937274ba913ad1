import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../port/errors.js';
import { withRetry } from './with-retry.js';

describe('withRetry', () => {
  const lost = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));

  it('ends in LogUnavailable when PostgreSQL stays out of reach', async () => {
    await expect(withRetry(lost)).rejects.toThrow(LogUnavailable);
  });

  it('does not ask again when the answer was an error', async () => {
    let asked = 0;
    const ask = () => {
      asked++;
      return Promise.reject(new Error('no'));
    };
    await expect(withRetry(ask)).rejects.toThrow('no');
    expect(asked).toBe(1);
  });
});
