import { applyDecorators } from '@nestjs/common';
import type { Fielded, InBoth, ValueKind } from '@lookback/kernel';
import { IsOptional, ValidateIf } from 'class-validator';
import { rulesOf } from './rules-of.js';

/** What a field is called, in both languages, and what else a form says of it. */
export interface FieldWords extends InBoth {
  /** Said beside the input. */
  readonly hint?: InBoth;
  /** May be left out; null counts as left out. */
  readonly optional?: true;
  /** Of what may be left out: whether it may not after all, by what is said beside it. */
  readonly unless?: (said: never) => boolean;
}

/** A field of a command, as it was declared. */
export interface FieldDeclared {
  readonly name: string;
  readonly kind: ValueKind;
  readonly words: FieldWords;
}

const FIELDS = Symbol('the fields of a form, in their order');

/**
 * Declares a field of a command: its label is written here, and validation, reading, OpenAPI and form follow from its kind. Other decorators
 * of class-validator may stand beside it. A field without it is never asked for.
 */
export const Field = (kind: ValueKind, words: FieldWords) =>
  applyDecorators(...leftOut(words), ...rulesOf(kind, words), (target: object, property: string | symbol) => {
    const own = (Reflect.getOwnMetadata(FIELDS, target) as readonly FieldDeclared[] | undefined) ?? [];
    Reflect.defineMetadata(FIELDS, [...own, { name: String(property), kind, words }], target);
  });

const leftOut = ({ optional, unless }: FieldWords) =>
  unless ? [ValidateIf(unless as (said: unknown) => boolean)] : optional ? [IsOptional()] : [];

/** The declared fields of a class, those of the class that it extends first. */
export function declaredOf(type: Fielded): readonly FieldDeclared[] {
  const found: FieldDeclared[] = [];
  for (let at = type.prototype as object | null; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null)
    found.unshift(...((Reflect.getOwnMetadata(FIELDS, at) as readonly FieldDeclared[] | undefined) ?? []));
  return found;
}
