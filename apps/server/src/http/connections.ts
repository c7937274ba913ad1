import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/** Milliseconds that a client may take to send the head of a request; a body may take until `requestTimeout`. */
const headersWithin = 20_000;
/** Most connections at once: those beyond are closed at once, and nobody else waits for them. */
const connectionsAtMost = 5_000;
/** Milliseconds that what is being answered may take once the server closes. */
const grace = 4_000;

/**
 * Nobody holds the server by being slow. Once it closes, connections on which nothing is being answered end at once, whether they have
 * sent nothing or half a request's head; the others are answered, and end when their time is up.
 */
export function boundConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  server.headersTimeout = headersWithin;
  server.maxConnections = connectionsAtMost;
  const open = new Set<Socket>();
  const answering = new Map<Socket, number>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if (closing) socket.destroy();
  });
  server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (left > 0) answering.set(socket, left);
      else answering.delete(socket);
    });
  });
  fastify.addHook('preClose', (done) => {
    closing = true;
    for (const socket of open) if (!answering.has(socket)) socket.destroy();
    const over = setTimeout(() => { for (const socket of open) socket.destroy(); }, grace); // prettier-ignore
    server.once('close', () => { clearTimeout(over); }); // prettier-ignore
    done();
  });
  // What is answered while the server closes ends its connection: kept alive, it would hold the server for 72 seconds.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('Connection', 'close');
    done(null, payload);
  });
}
