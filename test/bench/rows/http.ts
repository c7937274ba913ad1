import { asker } from '../../support/asking.js';
import { visit } from '../../support/facts.js';
import { county, signedInAgain } from '../../support/staff.js';
import { householdIds, visitingOffice } from '../../support/visiting-office.js';
import { Connection } from '../http/connection.js';
import { type Measured, underLoad } from '../measured.js';
import type { Ring, Row } from '../row.js';
import type { Contender } from '../tasks.js';

const clients = 64;
/** Each client goes round its own, so that nobody waits for another's history. */
const households = 64 * 48;

interface Office {
  readonly server: Contender;
  readonly url: string;
  readonly token: string;
}

/** The same visit, asked of one office by all clients at once. */
async function visits({ server, url, token }: Office, seconds: number): Promise<Measured> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.to(url)));
  const { path, command } = visit('2018-01-01', '房屋完好，饮水正常；户主称孩子九月入学。');
  const body = JSON.stringify({ command, envelope: { effectiveOn: '2018-01-01' } });
  const ids = householdIds(households);
  let asked = 0;
  const before = await server.ask('spent');
  const told = await underLoad({ clients, seconds }, async (client, nth) => {
    const id = ids[(client + clients * nth) % ids.length] ?? '';
    const status = await connections[client]?.post(`/households/${id}/${path}`, token, body);
    if (status !== 201) throw new Error(`${server.name} answered ${String(status)}`);
    asked++;
  });
  const after = await server.ask('spent');
  for (const connection of connections) connection.close();
  return { ...told, cpu: (after.cpu - before.cpu) / asked };
}

async function ours({ ours: server, databases }: Ring): Promise<() => Promise<Office>> {
  const { url, password } = (await server.ask('office', { urls: await databases.fresh() })) as Measured &
    Record<'url' | 'password', string>;
  const ask = asker(url);
  const { operator } = await visitingOffice(ask, password, households);
  return async () => ({ server, url, token: (await signedInAgain(ask, operator)).token });
}

async function emmetts({ emmett: server, databases }: Ring, token: string): Promise<Office> {
  const { ownerUrl } = await databases.fresh();
  await server.ask('migrate', { url: ownerUrl });
  const said = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  const claims = { ...said, rights: { record: [county] } }; // ours stand in the log
  const told = await server.ask('office', { url: ownerUrl, households: householdIds(households), claims });
  return { server, ...(told as Measured & Record<'url' | 'token', string>) };
}

export const httpRow: Row = {
  name: 'http',
  what: `commands over HTTP, authenticated, validated, durable, ${String(clients)} clients`,
  goal: { times: { lookback: 3 } },
  sides: async (ring) => {
    const office = await ours(ring);
    const peer = await emmetts(ring, (await office()).token);
    return [
      { name: 'emmett with Express', once: () => visits(peer, ring.size.seconds) },
      { name: 'lookback', once: async () => visits(await office(), ring.size.seconds) },
    ];
  },
};
