import type { Digest } from '@lookback/kernel';
import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';

/** An attachment's digest in a path. */
@Injectable()
export class DigestPipe implements PipeTransform<string, Digest> {
  transform(digest: string): Digest {
    if (/^[0-9a-f]{64}$/.test(digest)) return digest as Digest;
    throw new BadRequestException('the digest in the path is made of 64 digits from 0 to f');
  }
}
