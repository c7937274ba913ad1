import { readFileSync } from 'node:fs';

/** As much of a JSON schema as the document uses for what is asked. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly minItems?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly example?: unknown;
  readonly schema: Schema;
  /** Its fields are parameters, by their own names. */
  readonly explode?: boolean;
}

interface Described {
  readonly operationId: string;
  readonly 'x-may'?: readonly string[] | 'signed in' | 'everyone';
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly description: string } | undefined>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** An operation of the OpenAPI document: what may be asked, and in which shape. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{id}` where a parameter stands. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By which rights it may be asked, any one of them; undefined where the document does not say. */
  readonly may: readonly string[] | 'signed in' | 'everyone' | undefined;
  /** What is said of each status that it may answer with. */
  readonly answers: Described['responses'];
  /** The media type of its body, the first of several, and the body's schema. */
  readonly body: { readonly type: string; readonly schema: Schema } | undefined;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(readFileSync(new URL('../../dist/openapi.json', import.meta.url), 'utf8')) as Document;

/** Every operation that the document names. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, 'x-may': may, parameters = [], responses: answers, requestBody }]) => {
    const [first] = Object.entries(requestBody?.content ?? {});
    return {
      id: operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      may,
      answers,
      body: first && { type: first[0], schema: first[1].schema },
    };
  }),
);

/** The schema itself, where it is named or wrapped; of several, the first. */
export function resolved(schema: Schema): Schema {
  const { $ref, allOf, oneOf, anyOf } = schema;
  if ($ref !== undefined) return resolved(document.components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {});
  const [one] = allOf ?? oneOf ?? anyOf ?? [];
  return one ? resolved(one) : schema;
}

/** What the document gives as an example of a schema: its own, or one made of those of its parts. Throws where a part that is needed has none. */
export function exampleOf(schema: Schema, at: string): unknown {
  if (schema.example !== undefined) return schema.example;
  const { type, properties = {}, items, enum: values, example, minimum = 0, minItems = 1 } = resolved(schema);
  if (example !== undefined) return example;
  if (values) return values[0];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum;
  if (type === 'array' && items) return Array.from({ length: minItems }, (_, i) => exampleOf(items, `${at}.${i}`));
  if (type === 'object') return Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, exampleOf(of, `${at}.${name}`)]));
  throw new Error(`${at} has no example in the OpenAPI document`);
}

/** The URL of an operation with the example of each parameter. */
export function examplePath({ id, path, parameters }: Operation): string {
  const value = (one: Parameter) => encodeURIComponent(String(one.example ?? exampleOf(one.schema, `${id}: ${one.name}`)));
  const fields = (one: Parameter) =>
    Object.entries(one.schema.example as Record<string, string>).map(([name, of]) => `${name}=${encodeURIComponent(of)}`);
  const query = parameters
    .filter((one) => one.in === 'query')
    .flatMap((one) => (one.explode && one.schema.type === 'object' ? fields(one) : [`${one.name}=${value(one)}`]));
  const whole = parameters.filter((one) => one.in === 'path').reduce((url, one) => url.replace(`{${one.name}}`, value(one)), path);
  return query.length > 0 ? `${whole}?${query.join('&')}` : whole;
}
