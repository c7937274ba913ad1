import { type CallHandler, type ExecutionContext, HttpException, Injectable, type NestInterceptor } from '@nestjs/common';
import { Refusal } from '@lookback/kernel';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Says in the header, too, how many seconds to wait, where a refusal says so. */
@Injectable()
export class RetryAfter implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap({
        error: (error: unknown) => {
          const cause = error instanceof HttpException ? error.cause : undefined;
          const seconds = cause instanceof Refusal ? cause.facts['seconds'] : undefined;
          if (typeof seconds === 'number') void reply.header('Retry-After', seconds);
        },
      }),
    );
  }
}
