import { describe, expect, it } from '@jest/globals';
import { LRUCache } from 'lru-cache';
import { learn } from './learn.js';

describe('what is kept for a while', () => {
  it('is asked for once, and had as long as it is needed, though it be forgotten meanwhile', async () => {
    const kept = new LRUCache<string, { readonly name: string }>({ max: 10 });
    const asked: string[] = [];
    const ask = (ids: readonly string[]) => {
      asked.push(...ids);
      kept.clear();
      return Promise.resolve((id: string) => ({ name: `${id}!` }));
    };
    await learn(kept, ['a'], ask);
    const known = await learn(kept, ['a', 'b'], ask);
    expect([...known]).toEqual([['a', { name: 'a!' }], ['b', { name: 'b!' }]]); // prettier-ignore
    expect(asked).toEqual(['a', 'b']);
    expect(kept.has('b')).toBe(true);
  });
});
