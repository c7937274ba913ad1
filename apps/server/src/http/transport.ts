import { Unusable } from '@lookback/office/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ProblemDetails, problemDetailsOf } from './problem-details.js';

/** Headers of every answer. */
export const everyAnswer = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};

/** Of every page: nothing from elsewhere, no inline script. Styles may stand inline: antd writes them while it runs. */
const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Most bytes that are read of a body which nobody wants any more, so that the next request can follow on the same connection. */
const drainedAtMost = 64 * 1024 * 1024;

/** What is answered before a route is found, or after one has answered: in the same words and with the same manners. */
export function mindTransport(fastify: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    methods.set(url, known);
    for (const one of [method].flat()) known.add(one);
  });
  const allowedOn = allowed(methods);
  fastify.addHook('onRequest', (request, reply, done) => {
    const coding = request.headers['content-encoding'];
    const allow = request.is404 ? allowedOn(request.url) : [];
    if (allow.length > 0) sendProblem(reply, { ...methodNotAllowed, headers: { Allow: allow.join(', ') } });
    else if (coding !== undefined && coding !== 'identity') done(new Unusable('Content-Encoding', uncoded, 415));
    else done();
  });
  // Fastify would cut off a client that sends too much, which then sees the cut and not the reason: what is left is read and dropped.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    void reply.removeHeader('connection');
    if (/^text\/html\b/.test(String(reply.getHeader('content-type')))) void reply.header('Content-Security-Policy', pagePolicy);
    done(null, payload);
  });
  fastify.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.readableEnded) drain(raw);
    done();
  });
}

const uncoded = { en: 'must not be there: bodies are taken as they are', zh: '不接受压缩或编码后的内容' };
const methodNotAllowed: ProblemDetails = { status: 405, title: 'This cannot be asked by that method.', titleZh: '不支持该请求方法。' };

/** The methods that a path knows, whatever was asked; none where there is no such path. */
function allowed(methods: ReadonlyMap<string, ReadonlySet<string>>): (url: string) => string[] {
  let shapes: { readonly shape: RegExp; readonly known: ReadonlySet<string> }[] | undefined;
  return (url) => {
    shapes ??= [...methods].map(([path, known]) => ({ shape: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`), known }));
    const [path = ''] = url.split('?');
    return [...new Set(shapes.filter(({ shape }) => shape.test(path)).flatMap(({ known }) => [...known]))].sort();
  };
}

/** Reads on what a client goes on sending after it was answered, up to a measure; beyond that the connection is cut. */
function drain(raw: FastifyRequest['raw']): void {
  let left = drainedAtMost;
  raw.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) raw.socket.destroy();
  });
  raw.resume();
}

/** Answers for Fastify itself, where it finds no route for a URL that is none. */
export function malformedUrl(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, problemDetailsOf(error));
}

function sendProblem(reply: FastifyReply, { headers = {}, ...problem }: ProblemDetails): void {
  void reply
    .headers({ ...everyAnswer, ...headers })
    .status(problem.status)
    .type('application/problem+json')
    .send(problem);
}

/** What Node could not read as HTTP, or waited for in vain, by its code. */
const unreadable: Readonly<Record<string, Unusable>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Unusable('request', { en: 'did not come in time', zh: '未在规定时间内发送完毕' }, 408),
  HPE_HEADER_OVERFLOW: new Unusable('headers', { en: 'are too large', zh: '过大' }, 431),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new Unusable('body', { en: 'has chunk extensions that are too large', zh: '分块扩展过大' }, 413),
};
const noHttp = new Unusable('request', { en: 'is no HTTP', zh: '不是有效的 HTTP 请求' });

/** Answers for Node itself, and closes the connection. */
export function clientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, headers: _headers, ...problem } = problemDetailsOf(unreadable[error.code ?? ''] ?? noHttp);
  const body = JSON.stringify({ status, ...problem });
  const headers = {
    ...everyAnswer,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}
