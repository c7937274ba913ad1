import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Unusable } from './unusable.js';
import { exampleId } from './field-decorators.js';

/** The id in a route's path, as the OpenAPI document describes it. */
export const IdParam = (description?: string, example = exampleId) =>
  ApiParam({ name: 'id', type: String, example, ...(description !== undefined && { description }) });

/** A subject's id in a path: opaque, and nothing that could be mistaken for another stream. */
@Injectable()
export class IdPipe implements PipeTransform<string | undefined, string | undefined> {
  transform(id: string | undefined): string | undefined {
    if (id === undefined || /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/.test(id)) return id;
    throw new Unusable('id', { en: 'must be 1 to 64 letters, digits and hyphens', zh: '应为 1 至 64 个字母、数字或连字符' });
  }
}
