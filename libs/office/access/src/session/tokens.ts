import { Injectable } from '@nestjs/common';
import type { AccountId } from '@lookback/kernel';
import { Clock } from '@lookback/office/desk';
import { errors, jwtVerify, type JWTPayload, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { refuse } from '../access.rules.js';
import { answered } from '../answered.js';
import { type Claimed, longestSession } from './session.js';

/** What tokens are signed with: at least 32 bytes that the server alone knows, the same in each of its processes. */
export class TokenSecret {
  /** Tells which secret this is, and nothing of it. */
  readonly id: string;
  constructor(readonly bytes: Uint8Array) {
    if (bytes.length < 32) throw new Error(`a token secret has at least 32 bytes, this one ${bytes.length}`);
    this.id = createHash('sha256').update('lookback/token-secret-id').update(bytes).digest('hex').slice(0, 12);
  }
}

export interface Token {
  readonly token: string;
  readonly expiresAt: Date;
}

interface Claims extends JWTPayload {
  readonly sub: AccountId;
  readonly sid: string;
  readonly auth_time: number;
  readonly passwords: number;
}

const [issuer, audience, alg] = ['lookback', 'lookback', 'HS256'];
const lifetime = 15 * 60_000;
/** How many tokens are known again without their signature being checked anew. */
const known = 10_000;

/**
 * Who signed in, as short-lived signed tokens (JWT, HS256): a quarter of an hour, and never past the session's end. A token holds no
 * right: whether the session still stands, and what it may do, is asked anew each time.
 */
@Injectable()
export class Tokens {
  private readonly known = new LRUCache<string, { readonly claimed: Claimed; readonly expiresAt: number }>({ max: known });

  constructor(
    private readonly secret: TokenSecret,
    private readonly clock: Clock,
  ) {}

  async issue({ id, account, since, passwords }: Claimed): Promise<Token> {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(Math.min(now + lifetime, since.getTime() + longestSession));
    const token = await new SignJWT({ sid: id, passwords, auth_time: seconds(since.getTime()) })
      .setProtectedHeader({ alg, kid: this.secret.id })
      .setSubject(account)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds(now))
      .setExpirationTime(seconds(expiresAt.getTime()))
      .sign(this.secret.bytes);
    return { token, expiresAt: new Date(seconds(expiresAt.getTime()) * 1000) };
  }

  /** What a token says; answers 401 where it is not ours, was changed, or has run out. */
  async read(token: string): Promise<Claimed> {
    const now = this.clock.now();
    const known = this.known.get(token);
    if (known && now.getTime() < known.expiresAt) return known.claimed;
    try {
      const options = { issuer, audience, algorithms: [alg], currentDate: now, requiredClaims: ['sub', 'sid', 'exp', 'auth_time'] };
      const { payload } = await jwtVerify<Claims & { readonly exp: number }>(token, this.secret.bytes, options);
      const claimed = claimedIn(payload);
      this.known.set(token, { claimed, expiresAt: payload.exp * 1000 });
      return claimed;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return answered(401, () => refuse('access.session-over'));
    }
  }
}

const claimedIn = ({ sub, sid, passwords, auth_time }: Claims): Claimed => ({
  id: sid,
  account: sub,
  since: new Date(auth_time * 1000),
  passwords,
});

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
