import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { input } from '@lookback/kernel';
import { Cleaned, everyRight, IsIds, IsRegionCodes, OneOf } from '@lookback/office/desk';
import { IsString, Matches, MaxLength } from 'class-validator';

/** How a login is written. */
export const loginShape = {
  pattern: /^[a-z][a-z0-9._-]{2,31}$/,
  en: '3 to 32 small letters, digits, dots, hyphens and underscores, a letter first',
  zh: '3 至 32 个小写字母、数字或 . - _，以字母开头',
} as const;
const mostRegions = 100;
const mostUnits = 100;
/** More than any password may have: what is longer is not even looked at. */
const mostTyped = 1024;

export const IsLogin = () =>
  applyDecorators(
    Cleaned(input.mixedCode),
    Matches(loginShape.pattern, { context: { en: loginShape.en, zh: loginShape.zh } }),
    ApiProperty({ type: String, pattern: loginShape.pattern.source, example: 'wang.fang', description: 'Never reused.' }),
  );

export const IsRight = () => OneOf(everyRight);

/** The regions of a grant. */
export const IsRegions = () => IsRegionCodes(mostRegions);

/** The units of a grant. */
export const IsUnits = () => IsIds(mostUnits);

/** A password as it was typed. Its messages hold no value; the policy is asked later, as rules. */
export const IsPassword = () =>
  applyDecorators(
    IsString(),
    MaxLength(mostTyped),
    ApiProperty({ type: String, format: 'password', writeOnly: true, example: 'seven geese cross the river' }),
  );
