import { ApiProperty } from '@nestjs/swagger';
import { type InBoth, input, type ValueKind } from '@lookback/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsISO8601,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import * as is from '../field-decorators.js';
import { CodeOf } from '../list-fields.js';
import { everyRight } from '../rights.js';
import { Typed } from '../typed.js';

/** More than any password may have: what is longer is not even looked at. */
const mostTyped = 1024;

type Rules = { readonly [Kind in ValueKind as Kind['name']]: (kind: Kind, words: Said) => readonly PropertyDecorator[] };
type Said = InBoth & { readonly optional?: true };

/** What class-validator, the reading of what is typed and OpenAPI ask of a field, by its kind. */
const rules: Rules = {
  text: ({ read, example }) => [Typed(read, example)],
  mark: ({ shape, form, clean, example }) => [is.Shaped(shape, example, form, clean)],
  words: ({ least, most, example }) => [is.Sentences(least, most, example)],
  day: () => [is.IsCalendarDate()],
  instant: () => [is.IsInstant()],
  'yes-no': () => [IsBoolean(), ApiProperty({ type: Boolean })],
  count: ({ least, most }) => [is.Integer(least, most)],
  fen: ({ least, most }) => [is.Integer(least, most)],
  mu: ({ least, most }) => [is.Integer(least, most)],
  code: ({ words }) => [is.OneOf(words)],
  listed: ({ list, shape, example }) => [CodeOf(list), shape instanceof RegExp ? is.Shaped(shape, example) : is.OneOf(shape)],
  'listed-several': ({ list, shape, most, example }) => [CodeOf(list), is.ShapedList(shape, { most, example: [example] })],
  person: () => [is.IsId()],
  member: () => [is.IsId()],
  id: () => [is.IsId()],
  unit: () => [is.IsId()],
  region: ({ isVillage }) => [isVillage ? is.Shaped(/^\d{12}$/, '610426001200') : is.IsRegionCode()],
  entry: () => [is.IsEntryId()],
  units: ({ most }) => [is.IsIds(most)],
  regions: ({ most }) => [is.IsRegionCodes(most)],
  right: () => [is.OneOf(everyRight)],
  role: ({ roles }) => [is.OneOf(roles)],
  password: () => [
    IsString(),
    MaxLength(mostTyped),
    ApiProperty({ type: String, format: 'password', writeOnly: true, example: 'seven geese cross the river' }),
  ],
  counts: ({ least, most, items }) => [
    ...between(1, items),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(least, { each: true }),
    Max(most, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'integer', minimum: least, maximum: most } }),
  ],
  days: ({ items }) => [
    ...between(0, items),
    ArrayUnique(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true, context: { en: 'days as 2020-01-01, one a line', zh: '日期，如 2020-01-01，每行一个' } }),
    IsISO8601({ strict: true }, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'string', format: 'date' } }),
  ],
  group: ({ of }, { optional }) => [...(optional ? [] : [IsDefined()]), is.Nested(of), ApiProperty({ type: () => of() })],
  cases: () => [],
  rows: ({ of, least, most }) => [
    ...between(least, most),
    is.Nested(of),
    ApiProperty({ type: () => of(), isArray: true, minItems: least, maxItems: most }),
  ],
  total: () => [is.Integer(-input.mostFen, input.mostFen)],
};

const between = (least: number, most: number): PropertyDecorator[] => [
  IsArray(),
  ...(least > 0 ? [ArrayMinSize(least)] : []),
  ArrayMaxSize(most),
];

/** The decorators of a field of a kind. */
export const rulesOf = (kind: ValueKind, words: Said): readonly PropertyDecorator[] => [
  ...(rules[kind.name] as unknown as (kind: ValueKind, words: Said) => readonly PropertyDecorator[])(kind, words),
  ApiProperty({ required: words.optional !== true, description: words.en }),
];
