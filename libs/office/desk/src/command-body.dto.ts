import { ApiProperty } from '@nestjs/swagger';
import { getMetadataStorage, IsDefined, registerDecorator } from 'class-validator';
import { type AnyEnvelopeAsked, envelopeOf } from './envelope.dto.js';
import type { ActorKind, CommandClass } from './route.js';
import { Nested } from './field-decorators.js';

/** What the body of a write holds: the command, and its envelope. */
export interface CommandBody {
  readonly command: object;
  readonly envelope: AnyEnvelopeAsked;
}

/** The body of one command's route, as class-validator and OpenAPI want it: a class by itself. */
export function bodyOf(command: CommandClass, acts: ActorKind = 'holder'): CommandClass<CommandBody> {
  class Asked {
    command: object;
    envelope: AnyEnvelopeAsked;
  }
  if (!hasRules(command)) saysNothing(command);
  for (const [field, type] of [
    ['command', command],
    ['envelope', envelopeOf(acts)],
  ] as const) {
    Reflect.defineMetadata('design:type', type, Asked.prototype, field);
    IsDefined()(Asked.prototype, field);
    Nested(() => type)(Asked.prototype, field);
    ApiProperty({ type })(Asked.prototype, field);
  }
  return Object.defineProperty(Asked, 'name', { value: `Ask${command.name}` });
}

const hasRules = (command: CommandClass): boolean =>
  getMetadataStorage().getTargetValidationMetadatas(command, '', false, false).length > 0;

/** A command that says nothing but that it is asked: class-validator refuses every object of a class without a rule. */
function saysNothing(target: CommandClass): void {
  registerDecorator({
    name: 'saysNothing',
    target,
    propertyName: 'nothing',
    validator: { validate: (value) => value === undefined, defaultMessage: () => '$property should not exist' },
  });
}
