import type { WordList } from '@lookback/kernel';
import { getMetadataStorage } from 'class-validator';
import { NESTED } from './compiled-validator.js';
import type { CommandClass } from './route.js';

const LISTED = Symbol('the list of codes that a field takes');

/** A field that takes codes of a list that a dated standard holds: its form gets the choices of the region and the day. */
export const CodeOf = (list: WordList) => Reflect.metadata(LISTED, list);

/** A field of a command that takes codes of a list, by its path. */
export interface ListField {
  readonly field: string;
  readonly list: WordList;
}

/** The fields of a command, and of what it holds, that take codes of lists. */
export function listFieldsOf(command: CommandClass, within = ''): ListField[] {
  const prototype = command.prototype as object;
  return propertiesOf(command).flatMap((property): ListField[] => {
    const list = Reflect.getMetadata(LISTED, prototype, property) as WordList | undefined;
    const nested = Reflect.getMetadata(NESTED, prototype, property) as (() => CommandClass) | undefined;
    if (list !== undefined) return [{ field: within + property, list }];
    return nested ? listFieldsOf(nested(), `${within}${property}.`) : [];
  });
}

const propertiesOf = (command: CommandClass): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(command, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];
