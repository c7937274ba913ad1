import { counterRights, officeReaders, readerRights } from '@lookback/office/desk';
import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a schema as names its fields. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}
interface Operation {
  readonly 'x-may'?: readonly string[] | string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** Rights that are asked for together, by what their holders do. */
const together = new Map([
  [String(readerRights), 'who reads cases'],
  [String(counterRights), 'who reads cases or sees figures'],
  [String(officeReaders), 'who reads the office'],
]);
const whoMay = (may: readonly string[] | string): string => (typeof may === 'string' ? may : (together.get(String(may)) ?? may.join(', ')));

/** Deeper than any command goes: a shape that holds itself ends here. */
const deepest = 5;

/** The API, an operation a line: method, path, who may, and what it takes; an optional field with `?`, a list with `[]`. */
export function apiLines(document: OpenAPIObject): string[] {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const resolved = (schema: Schema): Schema => {
    const [only] = schema.allOf ?? [];
    const ref = schema.$ref ?? only?.$ref;
    return ref === undefined ? schema : (schemas[ref.split('/').at(-1) ?? ''] ?? {});
  };
  const fieldsOf = (schema: Schema, depth = 0): string => {
    const { properties = {}, required = [] } = resolved(schema);
    const fields = Object.entries(properties).map(([name, of]) => {
      const inner = depth < deepest ? fieldsOf(of.items ?? of, depth + 1) : '';
      return `${name}${of.items ? '[]' : ''}${required.includes(name) ? '' : '?'}${inner === '' ? '' : `{${inner}}`}`;
    });
    return fields.join(' ');
  };
  const bodyOf = ({ requestBody }: Operation): string =>
    Object.values(requestBody?.content ?? {})
      .map(({ schema }) => (schema ? fieldsOf(commandOf(resolved(schema))) : ''))
      .join(' ');
  const lineOf = (method: string, path: string, operation: Operation): string => {
    const query = (operation.parameters ?? []).flatMap(({ name, in: where, required }) =>
      where === 'query' ? [name + (required ? '' : '?')] : [],
    );
    const takes = [query.length > 0 ? `?${query.join(' ')}` : '', bodyOf(operation)].filter((part) => part !== '');
    return [method.toUpperCase(), path, `(${whoMay(operation['x-may'] ?? 'everyone')})`, ...takes].join(' ');
  };
  return Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => lineOf(method, path, operation)),
    )
    .sort();
}

/** Of a write its command: every envelope is alike. */
const commandOf = (body: Schema): Schema => {
  const { command, envelope } = body.properties ?? {};
  return command && envelope ? command : body;
};
