import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@lookback/kernel';
import { mustBeStrong } from './policy.js';
import { randomPassword } from './random.js';

const refusalOf = (password: string, login: string | null = 'wang.fang'): Refusal | null => {
  try {
    mustBeStrong(password, login);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

describe('a password', () => {
  it.each([
    ['eleven 字符12', 'access.password-too-short'],
    ['😀'.repeat(11), 'access.password-too-short'],
    ['x'.repeat(129), 'access.password-too-long'],
    ['Wang.Fang2020', 'access.password-is-login'],
    ['wang.fang!!!!!', 'access.password-is-login'],
    ['Password1234', 'access.password-is-common'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'access.password-is-common'],
    ['abababababab', 'access.password-is-common'],
  ])('such as %j is refused by %s', (password, rule) => expect(refusalOf(password)?.rule).toBe(rule));

  it.each(['kitchen roof leaks', '三月 去 村里 看 房子 漏雨', 'x7!'.repeat(42) + 'yz'])('such as %j may be used', (password) =>
    expect(refusalOf(password)).toBeNull(),
  );

  it('may hold the login among other words', () => expect(refusalOf('wang.fang counts sheep')).toBeNull());

  it('is not told by its refusal', () => {
    const refusal = refusalOf('Wang.Fang2020');
    expect(JSON.stringify([refusal?.message, refusal?.facts, refusal?.in('zh')])).not.toMatch(/wang|2020/i);
  });
});

it('a random password may be used, is typed without doubt, and is another each time', () => {
  const some = Array.from({ length: 200 }, randomPassword);
  for (const password of some) {
    expect(refusalOf(password, 'admin')).toBeNull();
    expect(password).toMatch(/^[^0Oo1Il\W_]{20}$/);
  }
  expect(new Set(some).size).toBe(200);
});
