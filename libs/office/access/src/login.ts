import { input, kind } from '@lookback/kernel';

/** How a login is written. */
export const loginShape = {
  pattern: /^[a-z][a-z0-9._-]{2,31}$/,
  en: '3 to 32 small letters, digits, dots, hyphens and underscores, a letter first',
  zh: '3 至 32 个小写字母、数字或 . - _，以字母开头',
} as const;

/** The name under which somebody signs in; never used again. */
export const login = kind.mark({
  shape: loginShape.pattern,
  form: { en: loginShape.en, zh: loginShape.zh },
  clean: input.mixedCode,
  example: 'wang.fang',
});
