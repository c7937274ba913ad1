import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const aYear = 'public, max-age=31536000, immutable';
/** What is never a page of the console. */
const ownPages = /^\/(openapi|health|metrics|assets)\b/;

/**
 * Serves the console from a folder, on the URLs of the API: one subject has one URL, which shows a page to a browser that goes there
 * (its `Accept` names text/html) and gives data to everybody else. Serves nothing where the folder holds no console.
 */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html')).catch(() => undefined);
  if (!page) return;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => void reply.header('Cache-Control', path.startsWith(join(folder, 'assets')) ? aYear : 'no-cache'),
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isNavigation(request)) done();
    else void reply.header('Vary', 'Accept').type('text/html; charset=utf-8').send(page);
  });
}

const isNavigation = ({ method, url, headers: { accept = '' } }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && accept.includes('text/html') && !ownPages.test(url);
