import { type Digest, digestShape } from '@lookback/kernel';
import { Unusable } from '@lookback/office/desk';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

/** The same, as the OpenAPI document describes it. */
export const DigestParam = () =>
  ApiParam({ name: 'digest', schema: { type: 'string', pattern: digestShape.source, example: `sha256:${'a'.repeat(64)}` } });

/** An attachment's digest in a path. */
@Injectable()
export class DigestPipe implements PipeTransform<string, Digest> {
  transform(digest: string): Digest {
    if (digestShape.test(digest)) return digest as Digest;
    throw new Unusable('digest', { en: 'must be sha256: and 64 digits from 0 to f', zh: '应为 sha256: 加 64 位十六进制数字（0–9、a–f）' });
  }
}
