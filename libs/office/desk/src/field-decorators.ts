import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type InBoth, input, isCalendarDate, kind } from '@lookback/kernel';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  MinLength,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { Cleaned, refused, Typed } from './typed.js';
import { NESTED } from './compiled-validator.js';

/** Text of a shape. Where people type it, `form` says it in their words, to go on after "must be", "应为", and it is cleaned first: codes by `code`. */
export const Shaped = (shape: RegExp, example?: string, form?: InBoth, clean: (typed: string) => string = input.line) =>
  applyDecorators(
    ...(form ? [Cleaned(clean)] : []),
    Matches(shape, form && { context: form }),
    ApiProperty({ type: String, pattern: shape.source, ...(example === undefined ? {} : { example }) }),
  );

/** One of a list of values, or of the keys of a list that gives them words. */
export function OneOf(list: readonly string[] | Readonly<Record<string, unknown>>) {
  const values = Array.isArray(list) ? [...(list as readonly string[])] : Object.keys(list);
  return applyDecorators(IsIn(values), ApiProperty({ type: String, enum: values }));
}

/** A list of texts of a shape, each with no more than the shape to be held to. */
export const ShapedList = (shape: RegExp, { least = 0, most, unique = false, example }: ShapedListOptions) =>
  applyDecorators(
    IsArray(),
    ...(least > 0 ? [ArrayMinSize(least)] : []),
    ArrayMaxSize(most),
    ...(unique ? [ArrayUnique()] : []),
    Matches(shape, { each: true }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: shape.source },
      ...(least > 0 && { minItems: least }),
      maxItems: most,
      ...(unique && { uniqueItems: true }),
      example: [...example],
    }),
  );

interface ShapedListOptions {
  readonly least?: number;
  readonly most: number;
  readonly unique?: boolean;
  readonly example: readonly string[];
}

/** A whole number in a body. */
export const Integer = (minimum: number, maximum: number, example?: number) =>
  applyDecorators(
    IsInt(),
    Min(minimum),
    Max(maximum),
    ApiProperty({ type: 'integer', minimum, maximum, ...(example !== undefined && { example }) }),
  );

/** A whole number in a query, as URLs write it, or in a body. */
export const IsWhole = (minimum: number, maximum: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value)),
    Integer(minimum, maximum),
  );

/** A position in the log. No log comes to the end of the numbers that JSON can say. */
export const IsPosition = () => IsWhole(0, Number.MAX_SAFE_INTEGER);

/** The id of an entry. */
export const IsEntryId = () => Shaped(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, exampleId);

/** Text of which something is true. */
const IsThat = (name: string, holds: (text: string) => boolean, otherwise: string) => (target: object, property: string | symbol) => {
  registerDecorator({
    name,
    target: target.constructor,
    propertyName: String(property),
    validator: { validate: (value) => typeof value === 'string' && holds(value), defaultMessage: () => otherwise },
  });
};

const isDay = (value: unknown): boolean => typeof value === 'string' && isCalendarDate(value);
/** What is no day stays as it is, to be refused. */
const asDay = (typed: string): string => {
  const read = input.day(typed);
  return 'value' in read ? read.value : typed;
};

/** `2020-06-30`, a day that exists and can be meant; other notations that leave no doubt are read too. */
export const IsCalendarDate = () =>
  applyDecorators(
    Cleaned(asDay),
    IsThat('isCalendarDate', isCalendarDate, '$property must be a day that exists, as YYYY-MM-DD'),
    refused(input.day, isDay),
    ApiProperty({ type: String, format: 'date', example: '2018-06-30' }),
  );

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const isInstant = (text: string): boolean => isCalendarDate(instant.exec(text)?.[1] ?? '') && !Number.isNaN(Date.parse(text));

/** `2020-06-30T08:00:00Z`, or with the offset of a zone: `2020-06-30T16:00:00+08:00`. */
export const IsInstant = () =>
  applyDecorators(
    IsThat('isInstant', isInstant, '$property must be an instant, as 2018-06-30T08:00:00+08:00'),
    ApiProperty({ type: String, format: 'date-time', example: '2018-06-30T08:00:00+08:00' }),
  );

/** Sentences of so many characters at most. */
export const Sentences = (least: number, most: number, example: string) =>
  applyDecorators(Typed(input.words(most)), MinLength(least), ApiProperty({ type: String, minLength: least, maxLength: most, example }));

/** What an id looks like, in the OpenAPI document. */
export const exampleId = '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10';

/** An opaque id of a subject, a person, a unit or a member. */
export const IsId = () => Shaped(idShape, exampleId);

const idShape = /^[0-9a-z][0-9a-z-]{2,63}$/;

/** So many ids, each once. */
export const IsIds = (most: number) => ShapedList(idShape, { most, unique: true, example: [] });

/** A region of GB/T 2260: county 6 digits, township 9, village 12; or `CN`. */
export const IsRegionCode = () => Shaped(regionShape, '610426001200');

const regionShape = /^(CN|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;

/** Codes of regions, each once, so many at most. */
export const IsRegionCodes = (most: number) => ShapedList(regionShape, { least: 1, most, unique: true, example: ['610426'] });

/** How a document is cited: no more than its number takes, so that no sentence fits in. */
export const documentNumber = kind.mark({
  shape: /^[\p{Script=Han}A-Za-z0-9〔〕[\]()（）\-/._ ]{2,40}$/u,
  form: {
    en: 'the number of a document as it is cited, such as 永扶发〔2018〕12号, of 40 characters at most and without commas',
    zh: '文号，如 永扶发〔2018〕12号，最多 40 个字，不含逗号、句号',
  },
  clean: input.line,
  example: '永扶发〔2018〕12号',
});

/** An amount of money in fen. */
export const Fen = () => Integer(0, input.mostFen);

/** The same, less costs: it may be negative. */
export const NetFen = () => Integer(-input.mostFen, input.mostFen);

/** An object of a class; a list of such where the field is a list, and nowhere else: class-validator by itself takes one for the other. */
export const Nested = (type: () => new () => object) =>
  applyDecorators(ValidateNested(), Type(type), noListInstead, Reflect.metadata(NESTED, type));

function noListInstead(target: object, property: string | symbol): void {
  const each = Reflect.getMetadata('design:type', target, property) === Array;
  registerDecorator({
    name: 'isObject',
    target: target.constructor,
    propertyName: String(property),
    options: { each },
    validator: {
      validate: (value) => !Array.isArray(value),
      defaultMessage: () => (each ? 'each value in $property must be an object' : '$property must be an object'),
    },
  });
}

/** Text in an answer. */
export const Text = (nullable = false) => ApiProperty({ type: String, nullable });
