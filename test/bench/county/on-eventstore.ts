import { copyLog, openEventStore, postgresStore } from '@lookback/log/event-log';
import { Vault } from '@lookback/log/vault';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { product, type System } from '@lookback/application/system';
import { type Measured, timed } from '../measured.js';

/** The same log on the EventStoreDB that `url` names: how it comes there, what it takes there, and how it is read there. */
export function onEventStore(url: string, { database, keys }: System, owner: Pool): Readonly<Record<string, () => Promise<Measured>>> {
  const reached = openEventStore({ url, log: `bench-${randomBytes(6).toString('hex')}` }, database.pool);
  const logThere = async () => (await reached).open(product.catalogue, new Vault(database.pool, keys), keys);
  return {
    'copied to EventStoreDB and compared': async () => {
      const filling = await (await reached).fill(owner);
      const measured = await timed(async () => (await copyLog(postgresStore(database.pool), filling, { keys })).entries);
      return { ...measured, bytesAnEntry: Math.round((await spanOf(await logThere())) / measured.operations) };
    },
    'replayed from EventStoreDB': async () => {
      const log = await logThere();
      const measured = await timed(async () => {
        let read = 0;
        for await (const entries of log.readAll({ after: 0, batch: 5_000 })) read += entries.length;
        return read;
      });
      await (await reached).close();
      return measured;
    },
  };
}

/** A place is a byte of the server's log: from the first of ours to the last. */
async function spanOf(log: {
  head(): Promise<number>;
  readAll(range: { after: number; batch: number }): AsyncIterable<{ position: number }[]>;
}): Promise<number> {
  for await (const [first] of log.readAll({ after: 0, batch: 1 })) return (await log.head()) - (first?.position ?? 0);
  return 0;
}
