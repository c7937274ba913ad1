import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { compiledValidator } from './compiled-validator.js';

/** What was sent does not have the shape that its route asks for. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  constructor(readonly faults: readonly ValidationError[]) {
    super('malformed');
  }
}

/** How strictly class-validator looks: unknown fields are refused, never dropped, and so is what is no object of its class. */
export const strictly = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/** What is well formed costs no more than its rules; all else, and what no body says, is left to the libraries. */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    const made = type === 'body' && metatype ? compiledValidator(metatype as new () => object, value) : undefined;
    return made ? Promise.resolve(made) : super.transform(value, metadata);
  }
}

/** The pipe that stands before every route, in the product and in specs: refuses as `Malformed` before anything is asked, with every fault. */
export const validation = () =>
  new Validation({
    ...strictly,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: true }, // a standard's value is looked at by the name beside it
    exceptionFactory: (faults) => new Malformed(faults),
  });
