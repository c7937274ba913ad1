import { describe, expect, it } from '@jest/globals';
import { type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { IdPipe } from './id.pipe.js';
import { Conditions, CurrentAccount } from './request-decorators.js';
import { Unusable } from './unusable.js';

/** What a parameter decorator gives for a request. */
function given(decorator: () => ParameterDecorator, request: object): unknown {
  class Probe {
    asked(): void {
      return;
    }
  }
  decorator()(Probe.prototype, 'asked', 0);
  const [parameter] = Object.values(
    Reflect.getMetadata(ROUTE_ARGS_METADATA, Probe, 'asked') as Record<
      string,
      { factory: (data: unknown, context: ExecutionContext) => unknown }
    >,
  );
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return parameter?.factory(undefined, context);
}

const conditions = (headers: Record<string, string | undefined>) => given(Conditions, { headers });

describe('the conditions of a command', () => {
  it('are none where no header states any', () => {
    expect(conditions({})).toEqual({ key: undefined, ifRevision: undefined });
  });

  it.each([
    ['1', '"1"', 1],
    ['~!@#', '"999999999"', 999_999_999],
    ['k'.repeat(128), '"0"', 0],
  ])('are the key %s and the revision %s', (key, match, ifRevision) => {
    expect(conditions({ 'idempotency-key': key, 'if-match': match })).toEqual({ key, ifRevision });
  });

  it.each(['', 'two words', 'k'.repeat(129), '钥匙', 'tab\t'])('have no such key: %j', (key) => {
    expect(() => conditions({ 'idempotency-key': key })).toThrow('Idempotency-Key must be 1 to 128 visible ASCII characters');
  });

  it.each(['3', '"x"', '*', 'W/"3"', '"3", "4"', '""', '"-1"', '"1234567890"'])('have no such revision: %s', (match) => {
    expect(() => conditions({ 'if-match': match })).toThrow('If-Match must be a revision in quotes, such as "3"');
  });
});

describe('who asks', () => {
  it('is whom the guard found', () => {
    const signedIn = { account: 'account-1' };
    expect(given(CurrentAccount, { signedIn })).toBe(signedIn);
  });

  it('must be somebody', () => {
    expect(() => given(CurrentAccount, {})).toThrow(UnauthorizedException);
  });
});

describe('an id in a path', () => {
  const pipe = new IdPipe();
  it.each(['a', '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10', 'A1', 'a'.repeat(64)])('is taken: %s', (id) => {
    expect(pipe.transform(id)).toBe(id);
  });

  it('may be absent, where a command opens its subject', () => {
    expect(pipe.transform(undefined)).toBeUndefined();
  });

  it.each(['', '-a', 'a/b', 'a b', '../x', 'a'.repeat(65), 'é', 'a\n', '*', 'a.b'])('is not taken: %j', (id) => {
    expect(() => pipe.transform(id)).toThrow(Unusable);
  });
});
