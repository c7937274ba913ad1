import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { Keys } from '@lookback/log/vault';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { openApiOf } from './openapi.js';
import { product, type System } from '@lookback/application/system';

/** Writes the OpenAPI document beside its source, or with `--check` says whether the one that stands there is today's. */
const path = 'apps/server/openapi.json';
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
const document = await format(JSON.stringify(openApiOf(app)), { parser: 'json', printWidth: 140 });
if (!process.argv.includes('--check')) await writeFile(path, document);
else if ((await readFile(path, 'utf8')) !== document) {
  process.stderr.write(`${path} is not what the code says; run npm run openapi\n`);
  process.exitCode = 1;
}
