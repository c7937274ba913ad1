import { assertEveryRouteSaysWhoMay } from '@lookback/office/access';
import type { Clock } from '@lookback/office/desk';
import { defaultLimits } from '@lookback/paper/workbook';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { uploadTypes } from './http/attachments.controller.js';
import { xlsx } from './http/imports.controller.js';
import { answerOutages } from './http/outages.js';
import type { System } from './system.js';
import { Watch } from './watch.js';

/** A command is small; a workbook has its own limit. */
const bodyLimit = 256 * 1024;

interface Parts {
  readonly clock?: new () => Clock;
  /** The folder of the console; none is served without it. */
  readonly web?: string;
  /** Proxies whose X-Forwarded-For says who asks. */
  readonly trustedProxies?: readonly string[];
}

/** The server over a system, not yet listening. Refuses to be made while a route does not say who may ask it. */
export async function httpApp(system: System, { clock, web, trustedProxies = [] }: Parts = {}): Promise<NestFastifyApplication> {
  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy, forceCloseConnections: 'idle', requestTimeout: 120_000 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(system, clock), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.useBodyParser(xlsx, { bodyLimit: defaultLimits.fileBytes });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain'); // what is left is Fastify's JSON, workbooks and attachments
  fastify.addContentTypeParser(uploadTypes, (_request, body, done) => done(null, body)); // streamed; attachments have their own limit
  answerOutages(fastify, app.get(Watch));
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  // What is answered while the server closes ends its connection: kept alive, it would hold the server for 72 seconds.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    void reply.headers(closing ? { ...everyAnswer, Connection: 'close' } : everyAnswer);
    done(null, payload);
  });
  if (web !== undefined) await (await import('./web.js')).serveWeb(app, web);
  assertEveryRouteSaysWhoMay(app);
  return app;
}

const everyAnswer = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};
