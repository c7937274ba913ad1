import { assertEveryRouteSaysWhoMay } from '@lookback/office/access';
import type { Clock } from '@lookback/office/desk';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { uploadTypes } from './http/attachments.controller.js';
import { xlsx } from './http/imports.controller.js';
import { answerOutages } from './http/outages.js';
import { boundConnections } from './http/connections.js';
import { takeJson } from './http/json-body.js';
import { clientError, everyAnswer, malformedUrl, mindTransport } from './http/transport.js';
import { type System, Watch } from '@lookback/application/system';

/** A command is small; files have limits of their own. */
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
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    frameworkErrors: malformedUrl,
    clientErrorHandler: clientError,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(system, clock), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  const fastify = app.getHttpAdapter().getInstance();
  takeJson(fastify, bodyLimit); // what is taken is JSON, workbooks and attachments
  // Files are streamed, each with a limit of its own: nobody has them read who may not bring them.
  fastify.addContentTypeParser([...uploadTypes, xlsx], (_request, body, done) => done(null, body));
  if (web !== undefined) await (await import('./web.js')).serveWeb(app, web);
  mindTransport(fastify);
  boundConnections(fastify);
  answerOutages(fastify, app.get(Watch));
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(everyAnswer)) if (!reply.hasHeader(name)) void reply.header(name, value);
    done(null, payload);
  });
  assertEveryRouteSaysWhoMay(app);
  return app;
}
