import type { Owner } from '@lookback/kernel';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { CommitKeys, Keys, InvalidKey, Vault, Vault1735689600000 } from './index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000], entities: [] });
});
afterAll(() => database.drop());

const commit = CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'file', { origin: 'lookback-spec', epoch: 1 });
const keys = new Keys(randomBytes(32), commit);
const vault = (with_ = keys) => new Vault(database.pool, with_);
const people = (of: string, count: number) => Array.from({ length: count }, (_, i) => `person-${of}-${String(i)}` as Owner);
const hexOf = (ring: ReadonlyMap<Owner, Buffer>) => Object.fromEntries([...ring].map(([owner, key]) => [owner, key.toString('hex')]));

describe('the vault', () => {
  it('makes one key to an owner and gives it back to another process', async () => {
    const made = await vault().keyring(people('a', 500), { create: true });
    expect(new Set(Object.values(hexOf(made))).size).toBe(500);
    expect(hexOf(await vault().keyring(people('a', 500), { create: true }))).toEqual(hexOf(made));
    expect(hexOf(await vault().keyring(people('a', 500), { create: false }))).toEqual(hexOf(made));
  });

  it('gives many who ask at once for overlapping owners the same keys', async () => {
    const rings = await Promise.all(
      Array.from({ length: 8 }, (_, i) => vault().keyring(i % 2 ? people('b', 300) : people('b', 300).reverse(), { create: true })),
    );
    for (const ring of rings) expect(hexOf(ring)).toEqual(hexOf(rings[0] as ReadonlyMap<Owner, Buffer>));
  });

  it('leaves out an owner without a key, unless it may make one', async () => {
    expect((await vault().keyring(people('c', 2), { create: false })).size).toBe(0);
  });

  it('leaves out whose key was destroyed', async () => {
    await vault().keyring(people('d', 2), { create: true });
    await database.ownerPool.query('DELETE FROM vault.data_key WHERE owner = $1', ['person-d-0']);
    expect([...(await vault().keyring(people('d', 2), { create: false })).keys()]).toEqual(['person-d-1']);
  });

  it('refuses keys that another master key wrapped', async () => {
    await vault().keyring(people('e', 1), { create: true });
    await expect(vault(new Keys(randomBytes(32), commit)).keyring(people('e', 1), { create: false })).rejects.toThrow(InvalidKey);
  });

  it('refuses a wrapped key moved to another owner', async () => {
    await vault().keyring(people('f', 1), { create: true });
    await database.ownerPool.query(
      `INSERT INTO vault.data_key SELECT 'person-f-1', alg, wrapped, key_id FROM vault.data_key WHERE owner = 'person-f-0'`,
    );
    await expect(vault().keyring(people('f', 2), { create: false })).rejects.toThrow();
  });

  it('refuses a key wrapped by an algorithm that it does not know', async () => {
    await vault().keyring(people('g', 1), { create: true });
    await database.ownerPool.query(`UPDATE vault.data_key SET alg = 'SM4GCM' WHERE owner = 'person-g-0'`);
    await expect(vault().keyring(people('g', 1), { create: false })).rejects.toThrow('SM4GCM');
  });

  it('cannot change or destroy a key as the application', async () => {
    await expect(database.pool.query(`UPDATE vault.data_key SET wrapped = ''`)).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('DELETE FROM vault.data_key')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('TRUNCATE vault.data_key')).rejects.toMatchObject({ code: '42501' });
  });
});
