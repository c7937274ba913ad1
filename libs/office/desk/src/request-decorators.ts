import type { InBoth } from '@lookback/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Right } from './rights.js';
import type { Principal } from './principal.js';
import { Unusable } from './unusable.js';

export interface SignedRequest extends FastifyRequest {
  signedIn?: Principal;
}

/** The account that asks, as the guard found it. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
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
export const RequireRight = (...rights: readonly Right[]) => Open({ rights });

export const ONLY_READS = 'lookback:only-reads';
/** A route that is asked by POST, for what it looks for does not belong into a URL, and records nothing. */
export const OnlyReads = () => SetMetadata(ONLY_READS, true);

const keyShape: InBoth = { en: 'must be 1 to 128 visible ASCII characters', zh: '应为 1 至 128 个可见的 ASCII 字符' };
const revisionShape: InBoth = { en: 'must be a revision in quotes, such as "3"', zh: '应为加引号的版本号，如 "3"' };

function idempotencyKey(key: string): string {
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new Unusable('Idempotency-Key', keyShape);
  return key;
}

function revision(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const quoted = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (quoted === undefined) throw new Unusable('If-Match', revisionShape);
  return Number(quoted);
}
