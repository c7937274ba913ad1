import { readFile, writeFile } from 'node:fs/promises';
import type { Keys } from '@lookback/log/vault';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiLines } from './api-lines.js';
import { AppModule } from './app.module.js';
import { openApiOf } from './openapi.js';
import { product, type System } from '@lookback/application/system';

/**
 * Writes the OpenAPI document beside what is built. With `--api` also the API as a reviewer reads it, an operation a line; with `--check`
 * says whether the lines that stand there are today's.
 */
const documentPath = 'dist/openapi.json';
const linesPath = 'apps/server/api.txt';
/** Nobody is asked anything here: routes and their words are all that is wanted. */
const nobody = {
  parts: product,
  database: { heavyReads: { options: { max: 1 } } },
  keys: { tokens: new Uint8Array(32) } as Partial<Keys>,
  log: {},
  attachments: {},
  projector: {},
  regions: {},
} as unknown as System;

const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(nobody), new FastifyAdapter(), { logger: ['error'] });
const document = openApiOf(app);
const lines = `${apiLines(document).join('\n')}\n`;
await writeFile(documentPath, JSON.stringify(document));
if (process.argv.includes('--api')) await writeFile(linesPath, lines);
if (process.argv.includes('--check') && (await readFile(linesPath, 'utf8')) !== lines) {
  process.stderr.write(`${linesPath} is not what the code says; run npm run api and look at what changed\n`);
  process.exitCode = 1;
}
