import { describe, expect, it } from '@jest/globals';
import { type Algorithm, parseOptions } from '@node-rs/argon2';
import { cost, hashOf, isPassword, nobodys } from './hash.js';

describe('a hash', () => {
  it('is argon2id at the cost that OWASP asks for', async () => {
    expect(parseOptions(await hashOf('kitchen roof leaks'))).toMatchObject({
      ...cost,
      algorithm: 2 satisfies Algorithm.Argon2id,
      saltLen: 16,
    });
    expect(cost).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  it('knows its password, however a keyboard composed it, and no other', async () => {
    const hash = await hashOf('caf\u00e9 on the corner');
    expect(await isPassword('cafe\u0301 on the corner', hash)).toBe(true);
    expect(await isPassword('cafe on the corner', hash)).toBe(false);
  });

  it('is the same for the same command, another for another command and another password, and never the same by itself', async () => {
    const some = await Promise.all([
      hashOf('kitchen roof leaks', 'a/b/1'),
      hashOf('kitchen roof leaks', 'a/b/2'),
      hashOf('kitchen roof stays', 'a/b/1'),
      hashOf('kitchen roof leaks'),
      hashOf('kitchen roof leaks'),
    ]);
    expect(new Set(some).size).toBe(5);
    expect(await hashOf('kitchen roof leaks', 'a/b/1')).toBe(some[0]);
  });
});

describe('nobody’s hash', () => {
  it('costs what any other costs, so that an unknown login takes as long', async () => {
    expect(parseOptions(nobodys)).toEqual(parseOptions(await hashOf('kitchen roof leaks')));
  });
  it('lets nobody in', async () => expect(await isPassword('kitchen roof leaks', null)).toBe(false));
});
