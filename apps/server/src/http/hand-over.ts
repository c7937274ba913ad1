import type { RegisterFile } from '@lookback/application/queries';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { xlsx } from './imports.controller.js';

export const csv = 'text/csv; charset=utf-8';

/** Answers with a file of a register, and says how many rows it will have. */
export const handOver = (reply: FastifyReply, { name, record }: Pick<RegisterFile, 'name' | 'record'>, bytes: Readable): void => {
  void reply
    .type(record.format === 'csv' ? csv : xlsx)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('X-Total-Rows', String(record.rows))
    .send(bytes);
};
