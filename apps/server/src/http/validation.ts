import { ValidationPipe } from '@nestjs/common';
import { type FieldFault, faultsIn } from './faults.js';

/** A body whose shape is wrong. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  constructor(readonly faults: readonly FieldFault[]) {
    super('malformed');
  }
}

/** Refuses what is malformed before anything is asked, naming every field. Unknown fields are refused, never dropped. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: true }, // a standard's value is looked at by the name beside it
    exceptionFactory: (errors) => new Malformed(errors.flatMap((error) => faultsIn(error))),
  });
