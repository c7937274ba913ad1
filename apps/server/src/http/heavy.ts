import type { SignedRequest } from '@lookback/office/desk';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiServiceUnavailableResponse, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { HeavyReads } from '@lookback/application/system';

/** Answers a route as a heavy read: see `HeavyReads`. */
@Injectable()
class AsHeavyRead implements NestInterceptor {
  constructor(private readonly reads: HeavyReads) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { raw } = http.getResponse<FastifyReply>();
    const { signedIn } = http.getRequest<SignedRequest>();
    if (!signedIn) throw new Error('a heavy read is for those who are signed in');
    const left = new AbortController();
    if (raw.destroyed) left.abort();
    else raw.once('close', () => { left.abort(); }); // prettier-ignore
    const answering = this.reads.within(signedIn.account, left.signal, (over) => {
      over.addEventListener('abort', () => { if (raw.headersSent && !raw.destroyed) raw.destroy(); }); // prettier-ignore
      return lastValueFrom(next.handle(), { defaultValue: undefined });
    });
    return from(answering);
  }
}

/** A route that goes through a whole county. */
export const Heavy = () =>
  applyDecorators(
    UseInterceptors(AsHeavyRead),
    ApiTooManyRequestsResponse({
      description: '`reads.own-at-once`: the account has as many of these in hand as it may; `Retry-After` says how many seconds to wait.',
    }),
    ApiServiceUnavailableResponse({
      description:
        '`reads.all-at-once`: the server has as many of these in hand as it does at once; `reads.too-long`: it was given up. `Retry-After` says how many seconds to wait.',
    }),
  );
