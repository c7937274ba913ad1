import { applyDecorators } from '@nestjs/common';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { registerDecorator, type ValidationArguments, type ValidationError, validateSync } from 'class-validator';
import { strictly } from '@lookback/office/desk';
import { standardCatalogue, type StandardName } from './catalogue.js';

export const shapes = [...new Set(Object.values(standardCatalogue).map(({ shape }) => shape))];

/** What is wrong with the value of a standard, as `causes.0.code must be an integer number`; nothing where it has its shape. */
export function faultsIn(standard: string, value: unknown): string[] {
  if (!isStandard(standard)) return [`there is no standard "${standard.slice(0, 40)}"`];
  if (!isObject(value)) return ['value must be an object'];
  return errorsIn(standard, value).flatMap((error) => named(error));
}

/** The same as class-validator has it, field by field; nothing either of what is no value of a standard at all. */
export function errorsIn(standard: string, value: unknown): ValidationError[] {
  if (!isStandard(standard) || !isObject(value)) return [];
  const instance = plainToInstance<object, unknown>(standardCatalogue[standard].shape, value);
  return validateSync(instance, strictly);
}

const isStandard = (name: string): name is StandardName => Object.hasOwn(standardCatalogue, name);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const named = ({ property, constraints, children }: ValidationError, above = ''): string[] => [
  ...Object.values(constraints ?? {}).map((fault) => above + fault),
  ...(children ?? []).flatMap((child) => named(child, `${above}${property}.`)),
];

const standardIn = ({ object }: ValidationArguments) => String((object as { standard?: unknown }).standard);

/** The value has the shape of the standard that `standard` beside it names. */
export const IsValueOfStandard = () =>
  applyDecorators(
    (target: object, property: string | symbol) => {
      registerDecorator({
        name: 'isValueOfStandard',
        target: target.constructor,
        propertyName: String(property),
        validator: {
          validate: (value: unknown, checked?: ValidationArguments) =>
            checked !== undefined && faultsIn(standardIn(checked), value).length === 0,
          defaultMessage: (args?: ValidationArguments) =>
            args ? `value is no ${standardIn(args).slice(0, 40)}: ${faultsIn(standardIn(args), args.value).slice(0, 10).join('; ')}` : '',
        },
      });
    },
    ApiProperty({ oneOf: shapes.map((shape) => ({ $ref: getSchemaPath(shape) })) }),
  );
