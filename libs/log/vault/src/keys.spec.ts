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
const log = { origin: 'lookback-spec', epoch: 1 };
const hex = (digit: string) => digit.repeat(64);

describe('keys', () => {
  it('are made for their owner alone, once, also by two processes at the same moment', async () => {
    const both = await Promise.all([Keys.open(files('new'), log, true), Keys.open(files('new'), log, true)]);
    expect(new Set(both.map(({ masterId }) => masterId)).size).toBe(1);
    expect(both[0].commit.isSigned(Buffer.from('x'), both[1].commit.sign(Buffer.from('x')))).toBe(true);
    expect((await stat(files('new').master)).mode & 0o777).toBe(0o600);
    expect(await readFile(files('new').master, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('are not made for a log that is not empty', async () => {
    await expect(Keys.open(files('missing'), log, false)).rejects.toThrow(InvalidKey);
    await expect(stat(files('missing').master)).rejects.toThrow('ENOENT');
  });

  it('are refused in both languages when others may read them', async () => {
    await Keys.open(files('loose'), log, true);
    await chmod(files('loose').commit, 0o640);
    const refused = await Keys.open(files('loose'), log, true).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'InvalidKey', en: expect.stringContaining('640'), zh: expect.stringContaining('640') });
  });

  it('are refused when the file holds something else, without telling what', async () => {
    await writeFile(files('other').master, `${hex('a')}b\n`, { mode: 0o600 });
    const refused = await Keys.open(files('other'), log, true).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidKey);
    expect(String(refused)).not.toContain('aaaa');
  });

  it('derive for ever the same', () => {
    const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${hex('2')}`, 'file', log));
    expect([keys.masterId, keys.bodyDigest('{}'), keys.lookup('citizen', '11'), keys.commit.sign(Buffer.from('x'))]).toMatchInlineSnapshot(`
     [
       "m-cd273486",
       "hmac-sha256:k1:0OXeEU7gG-ncrWVsE9hrAibFdeS0qGuN7zOE8zjEJIo",
       "oGnTrFE2d2FFyeRp4EOW8U_X3RIpv4Fv6mmXvQj_hCk",
       "hmac-sha256:k1:-rwNjdii8VmZP5aXM3RpGDY4EnxPJgedYDEQFCk7RJo",
     ]
    `);
  });

  it('tell kinds of lookups apart', () => {
    const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${hex('2')}`, 'file', log));
    expect(keys.lookup('citizen', '11')).not.toBe(keys.lookup('citizen1', '1'));
  });
});

describe('commit keys', () => {
  const old = CommitKeys.parse(`k1 ${hex('2')}`, 'file', log);
  const rotated = CommitKeys.parse(`k1 ${hex('2')}\nk2 ${hex('3')}`, 'file', log);
  const bytes = Buffer.from('said');

  it('sign by the newest and know the older', () => {
    expect(rotated.sign(bytes)).toMatch(/^hmac-sha256:k2:/);
    expect(rotated.isSigned(bytes, old.sign(bytes))).toBe(true);
  });

  it('digest by the newest, and by each that there was', () => {
    expect(rotated.digests('said')).toEqual([rotated.digest('said'), old.digest('said')]);
    expect(rotated.digest('said')).toMatch(/^hmac-sha256:k2:[\w-]{43}$/);
  });

  it.each([
    ['origin', { ...log, origin: 'lookback-other' }],
    ['epoch', { ...log, epoch: 2 }],
  ])('do not know what a log of another %s signed', (_, other) => {
    expect(old.isSigned(bytes, CommitKeys.parse(`k1 ${hex('2')}`, 'file', other).sign(bytes))).toBe(false);
  });

  it.each(['', 'k1', 'hmac-sha256:k1:', 'hmac-sha256:k9:AAAA', old.sign(bytes).replace('sha256', 'sm3'), old.sign(Buffer.from('other'))])(
    'do not know %j',
    (mac) => {
      expect(old.isSigned(bytes, mac)).toBe(false);
    },
  );

  it('are refused where a line holds no key', () => {
    expect(() => CommitKeys.parse('k1 12', 'file', log)).toThrow(InvalidKey);
  });
});
