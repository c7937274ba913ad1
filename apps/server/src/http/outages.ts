import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Watch } from '@lookback/application/system';
import { away } from './problem-details.js';

/** A request that is not answered yet, and whether it was there at the look before. */
interface Waiting {
  readonly reply: FastifyReply;
  wasThere: boolean;
}

/**
 * Answers requests that hang: while the database is away or silent, each request that is still open at the second look is answered 503,
 * to be sent again. What needs no database is answered before.
 */
export function answerOutages(fastify: FastifyInstance, watch: Pick<Watch, 'whenDown'>): void {
  const open = new Set<Waiting>();
  fastify.addHook('onRequest', (_request, reply, done) => {
    const waiting = { reply, wasThere: false };
    open.add(waiting);
    reply.raw.once('close', () => open.delete(waiting));
    done();
  });
  watch.whenDown(() => {
    for (const waiting of open) {
      if (waiting.wasThere) answer(waiting.reply);
      waiting.wasThere = true;
    }
  });
}

function answer(reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) return; // a line that stays open goes on by itself
  const { headers, ...problem } = away;
  void reply
    .status(problem.status)
    .headers({ ...headers })
    .type('application/problem+json')
    .send(problem);
}
