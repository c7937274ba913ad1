import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommitKeys, Keys, InvalidKey } from './index.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterAll(() => rm(folder, { recursive: true }));

const files = (name: string) => ({ master: join(folder, `${name}.master.key`), commit: join(folder, `${name}.commit-mac.key`) });
const hex = (digit: string) => digit.repeat(64);

describe('keys', () => {
  it('are made for their owner alone, once, also by two processes at the same moment', async () => {
    const both = await Promise.all([Keys.open(files('new'), true), Keys.open(files('new'), true)]);
    expect(new Set(both.map(({ masterId }) => masterId)).size).toBe(1);
    expect(both[0].commit.isSigned(Buffer.from('x'), both[1].commit.sign(Buffer.from('x')))).toBe(true);
    expect((await stat(files('new').master)).mode & 0o777).toBe(0o600);
    expect(await readFile(files('new').master, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('are not made for a log that is not empty', async () => {
    await expect(Keys.open(files('missing'), false)).rejects.toThrow(InvalidKey);
    await expect(stat(files('missing').master)).rejects.toThrow('ENOENT');
  });

  it('are refused in both languages when others may read them', async () => {
    await Keys.open(files('loose'), true);
    await chmod(files('loose').commit, 0o640);
    const refused = await Keys.open(files('loose'), true).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'InvalidKey', en: expect.stringContaining('640'), zh: expect.stringContaining('640') });
  });

  it('are refused when the file holds something else, without telling what', async () => {
    await writeFile(files('other').master, `${hex('a')}b\n`, { mode: 0o600 });
    const refused = await Keys.open(files('other'), true).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidKey);
    expect(String(refused)).not.toContain('aaaa');
  });

  it('derive for ever the same', () => {
    const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${hex('2')}`, 'file'));
    expect([keys.masterId, keys.bodyDigest('{}'), keys.lookup('citizen', '11'), keys.commit.sign(Buffer.from('x'))]).toMatchInlineSnapshot(`
     [
       "m-cd273486",
       "nwSI0JcKd2l_8RUxJqnHbnrtGjdte0HbUGfyeFLG4_U",
       "oGnTrFE2d2FFyeRp4EOW8U_X3RIpv4Fv6mmXvQj_hCk",
       "k1.Tg1hN5I_g0Jt79HOQppb22_OH1594-KQbuND_B990c4",
     ]
    `);
  });

  it('tell kinds of lookups apart', () => {
    const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${hex('2')}`, 'file'));
    expect(keys.lookup('citizen', '11')).not.toBe(keys.lookup('citizen1', '1'));
  });
});

describe('commit keys', () => {
  const old = CommitKeys.parse(`k1 ${hex('2')}`, 'file');
  const rotated = CommitKeys.parse(`k1 ${hex('2')}\nk2 ${hex('3')}`, 'file');
  const bytes = Buffer.from('said');

  it('sign by the newest and know the older', () => {
    expect(rotated.sign(bytes)).toMatch(/^k2\./);
    expect(rotated.isSigned(bytes, old.sign(bytes))).toBe(true);
  });

  it.each(['', 'k1', 'k1.', 'k9.AAAA', old.sign(Buffer.from('other'))])('do not know %j', (mac) => {
    expect(old.isSigned(bytes, mac)).toBe(false);
  });

  it('are refused where a line holds no key', () => {
    expect(() => CommitKeys.parse('k1 12', 'file')).toThrow(InvalidKey);
  });
});
