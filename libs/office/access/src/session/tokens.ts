import { Injectable } from '@nestjs/common';
import type { AccountId, PersonId, RegionCode } from '@lookback/kernel';
import { Clock, type Right } from '@lookback/office/desk';
import { errors, jwtVerify, type JWTPayload, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { refuse } from '../access.rules.js';
import { answered } from '../answered.js';
import { longestSession, type Session } from './session.js';

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
  readonly auth_time: number;
  readonly login: string;
  readonly person: PersonId | null;
  readonly rights: Partial<Record<Right, RegionCode[]>>;
  readonly temporary: boolean;
  readonly passwords: number;
}

const [issuer, audience, alg] = ['lookback', 'lookback', 'HS256'];
const lifetime = 15 * 60_000;
/** How many tokens are known again without their signature being checked anew. */
const known = 10_000;

/** Sessions as short-lived signed tokens (JWT, HS256): a quarter of an hour, and never past the session's end. */
@Injectable()
export class Tokens {
  private readonly known = new LRUCache<string, { readonly session: Session; readonly expiresAt: number }>({ max: known });

  constructor(
    private readonly secret: TokenSecret,
    private readonly clock: Clock,
  ) {}

  async of(session: Session): Promise<Token> {
    const { account, login, person, rights, since, mustChangePassword: temporary, passwords } = session;
    const now = this.clock.now().getTime();
    const expiresAt = new Date(Math.min(now + lifetime, since.getTime() + longestSession));
    const claims = { login, person, rights: Object.fromEntries(rights), temporary, passwords, auth_time: seconds(since.getTime()) };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg, kid: this.secret.id })
      .setSubject(account)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds(now))
      .setExpirationTime(seconds(expiresAt.getTime()))
      .sign(this.secret.bytes);
    return { token, expiresAt: new Date(seconds(expiresAt.getTime()) * 1000) };
  }

  /** The session that a token holds; answers 401 where it is not ours, was changed, or has run out. */
  async read(token: string): Promise<Session> {
    const now = this.clock.now();
    const known = this.known.get(token);
    if (known && now.getTime() < known.expiresAt) return known.session;
    try {
      const asked = { issuer, audience, algorithms: [alg], currentDate: now, requiredClaims: ['sub', 'exp', 'auth_time'] };
      const { payload } = await jwtVerify<Claims & { readonly exp: number }>(token, this.secret.bytes, asked);
      const session = sessionIn(payload);
      this.known.set(token, { session, expiresAt: payload.exp * 1000 });
      return session;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return answered(401, () => refuse('access.session-over'));
    }
  }
}

const sessionIn = ({ sub, login, person, rights, temporary, passwords, auth_time }: Claims): Session => ({
  account: sub,
  login,
  person,
  rights: new Map(Object.entries(rights) as [Right, RegionCode[]][]),
  since: new Date(auth_time * 1000),
  mustChangePassword: temporary,
  passwords,
});

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
