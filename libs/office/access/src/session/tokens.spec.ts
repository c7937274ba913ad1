import { describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import type { AccountId } from '@lookback/kernel';
import { fixedClock } from '@lookback/testing';
import { decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose';
import type { Claimed } from './session.js';
import { Tokens, TokenSecret } from './tokens.js';

const secret = new TokenSecret(new Uint8Array(32).fill(7));
const tokensAt = (instant: string) => new Tokens(secret, fixedClock(instant));
const tokens = tokensAt('2020-03-15T08:00:00Z');
const session: Claimed = {
  id: '0b6c1d1e-58a1-4f0e-9c1b-6f1f3f0a2b11',
  account: 'a-1' as AccountId,
  since: new Date('2020-03-15T08:00:00Z'),
  passwords: 2,
};

const refusedAt = async (instant: string, token: string): Promise<[number, unknown]> => {
  const error: unknown = await tokensAt(instant)
    .read(token)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof HttpException)) throw error;
  return [error.getStatus(), (error.getResponse() as { rule: string }).rule];
};
const over = [401, 'access.session-over'];

describe('a token', () => {
  it('gives back the session that it was made of, for a quarter of an hour', async () => {
    const { token, expiresAt } = await tokens.issue(session);
    expect(expiresAt.toISOString()).toBe('2020-03-15T08:15:00.000Z');
    expect(await tokensAt('2020-03-15T08:14:59Z').read(token)).toEqual(session);
    expect(await refusedAt('2020-03-15T08:15:00Z', token)).toEqual(over);
  });

  it('that was read before is over all the same when its time is', async () => {
    let now = new Date('2020-03-15T08:14:59Z');
    const there = new Tokens(secret, { now: () => now, today: () => '2020-03-15' });
    const { token } = await tokens.issue(session);
    expect(await there.read(token)).toEqual(session);
    now = new Date('2020-03-15T08:15:00Z');
    await expect(there.read(token)).rejects.toMatchObject({ status: 401 });
  });

  it('never outlives its session', async () => {
    const { expiresAt } = await tokensAt('2020-03-15T19:55:00Z').issue(session);
    expect(expiresAt.toISOString()).toBe('2020-03-15T20:00:00.000Z');
  });

  it('names its secret, and says nothing of it', async () => {
    const { token } = await tokens.issue(session);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', kid: secret.id });
    expect(secret.id).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is refused when a character is changed, when it is unsigned, and when another secret, algorithm or audience made it', async () => {
    const { token } = await tokens.issue(session);
    const now = '2020-03-15T08:01:00Z';
    const [header = '', claims = '', signature = ''] = token.split('.');
    const later = Buffer.from(Buffer.from(claims, 'base64url').toString().replace('"passwords":2', '"passwords":3')).toString('base64url');
    const made = (alg: string, key: Uint8Array, audience: string) =>
      new SignJWT({ sid: session.id, auth_time: 1584259200, passwords: 2 })
        .setProtectedHeader({ alg })
        .setSubject('a-1')
        .setIssuer('lookback')
        .setAudience(audience)
        .setExpirationTime(1584260000)
        .sign(key);
    const others = [
      `${header}.${later}.${signature}`,
      new UnsecuredJWT({ sub: 'a-1', sid: session.id, auth_time: 1584259200 })
        .setIssuer('lookback')
        .setAudience('lookback')
        .setExpirationTime(1584260000)
        .encode(),
      (await new Tokens(new TokenSecret(new Uint8Array(32).fill(8)), fixedClock('2020-03-15T08:00:00Z')).issue(session)).token,
      await made('HS384', new Uint8Array(48).fill(7), 'lookback'),
      await made('HS256', secret.bytes, 'elsewhere'),
      'no token',
    ];
    for (const other of others) expect(await refusedAt(now, other)).toEqual(over);
  });

  it('is not made with a short secret', () => expect(() => new TokenSecret(new Uint8Array(31))).toThrow('at least 32 bytes'));
});
