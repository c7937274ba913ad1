import { wellFormed } from '@lookback/office/desk';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { type FieldFault, faultsIn } from './faults.js';

/** A body whose shape is wrong. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  constructor(readonly faults: readonly FieldFault[]) {
    super('malformed');
  }
}

/** What is well formed costs no more than its rules; all else, and what no body says, is left to the libraries. */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    const made = type === 'body' && metatype ? wellFormed(metatype as new () => object, value) : undefined;
    return made ? Promise.resolve(made) : super.transform(value, metadata);
  }
}

/** Refuses what is malformed before anything is asked, naming every field. Unknown fields are refused, never dropped. */
export const validation = () =>
  new Validation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: true }, // a standard's value is looked at by the name beside it
    exceptionFactory: (errors) => new Malformed(errors.flatMap((error) => faultsIn(error))),
  });
