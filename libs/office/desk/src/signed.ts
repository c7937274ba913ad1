import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Right } from './rights.js';
import type { SignedIn } from './signed-in.js';

export interface SignedRequest extends FastifyRequest {
  signedIn?: SignedIn;
}

/** Who asks, as the guard found him. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedRequest>();
  if (!signedIn) throw new UnauthorizedException();
  return signedIn;
});

/** Under which key a command is asked, and expecting which revision. */
export interface Conditions {
  readonly key: string | undefined;
  readonly ifRevision: number | undefined;
}

export const Conditions = createParamDecorator((_: unknown, context: ExecutionContext): Conditions => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const key = headers['idempotency-key'];
  return { key: typeof key === 'string' ? idempotencyKey(key) : undefined, ifRevision: revision(headers['if-match']) };
});

/** Who may ask a route: holders of one of some rights, everyone who is signed in, or everyone. */
export type WhoMay = { readonly rights: readonly Right[] } | 'signed in' | 'everyone';

export const WHO_MAY = 'lookback:who-may';
/** Every route carries it, and its description too, as `x-may`; one that does not is refused at start-up. */
export const Open = (to: WhoMay) =>
  applyDecorators(SetMetadata(WHO_MAY, to), ApiExtension('x-may', typeof to === 'string' ? to : to.rights));
export const May = (...rights: readonly Right[]) => Open({ rights });

export const ONLY_READS = 'lookback:only-reads';
/** A route that is asked by POST, for what it looks for does not belong into a URL, and records nothing. */
export const OnlyReads = () => SetMetadata(ONLY_READS, true);

/** A header that cannot be used: which, and why. */
export class HeaderUnusable extends Error {
  override readonly name = 'HeaderUnusable';
  constructor(
    readonly header: string,
    readonly expected: string,
  ) {
    super(`${header} must be ${expected}`);
  }
}

function idempotencyKey(key: string): string {
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new HeaderUnusable('Idempotency-Key', '1 to 128 visible ASCII characters');
  return key;
}

function revision(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const quoted = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (quoted === undefined) throw new HeaderUnusable('If-Match', 'a revision in quotes, such as "3"');
  return Number(quoted);
}
