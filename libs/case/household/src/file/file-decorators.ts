import { ApiProperty } from '@nestjs/swagger';

/** A value that may be erased. */
export const Erasable = (nullable = false) =>
  ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', properties: { erased: { type: 'boolean', enum: [true] } }, required: ['erased'] }],
    nullable,
    description: 'The value, or that it was erased.',
  });
/** A code of a list. */
export const EnumOf = (list: Readonly<Record<string, unknown>>, nullable = false) =>
  ApiProperty({ type: String, enum: Object.keys(list), nullable });
/** An object whose fields the document leaves open. */
export const Thing = (nullable = false) => ApiProperty({ type: Object, nullable, additionalProperties: true });
