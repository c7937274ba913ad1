import type { Ring, Row, Side } from '../row.js';

interface Appending {
  readonly clients: number;
  readonly events: number;
  /** How many times the peer: bare, and with a field in a box. */
  readonly bare: number;
  readonly boxed?: number;
  /** Beside what PostgreSQL takes for an insert alone. */
  readonly alone?: boolean;
}

const appending = ({ clients, events, bare, boxed, alone }: Appending): Row => ({
  name: events === 1 ? `append-${String(clients)}` : `append-${String(clients)}x${String(events)}`,
  what: `durable appends, ${String(clients)} client${clients > 1 ? 's' : ''} × ${String(events)} event${events > 1 ? 's' : ''}`,
  goal: { times: { lookback: bare, ...(boxed && { 'lookback, boxes': boxed }) } },
  sides: async (ring) => {
    const [log, database] = [await ring.databases.freshLog(), await ring.databases.fresh()];
    await ring.emmett.ask('migrate', { url: database.ownerUrl });
    const runOf = (repetition: number, side: string) => ({
      run: `${side}${String(repetition)}`,
      clients,
      events,
      seconds: ring.size.seconds,
    });
    const ours = (name: string, boxes: boolean): Side => ({
      name,
      once: (repetition) => ring.ours.ask('append', { ...runOf(repetition, boxes ? 'b' : 'o'), boxes, urls: log }),
    });
    const emmett = { name: 'emmett', once: (n: number) => ring.emmett.ask('append', { ...runOf(n, 'e'), url: database.ownerUrl }) };
    const insert = {
      name: 'PostgreSQL alone',
      once: (n: number) => ring.ours.ask('insertAlone', { urls: log, seconds: ring.size.seconds, run: String(n) }),
    };
    return [emmett, ours('lookback', false), ...(boxed ? [ours('lookback, boxes', true)] : []), ...(alone ? [insert] : [])];
  },
});

export const appendRows: readonly Row[] = [
  appending({ clients: 64, events: 1, bare: 10, boxed: 5 }),
  appending({ clients: 16, events: 1, bare: 6 }),
  appending({ clients: 1, events: 1, bare: 2, alone: true }),
  appending({ clients: 64, events: 10, bare: 4 }),
];

/** A log, and the same one with so many entries in it. */
const grown = (entries: (ring: Ring) => number, name: string): Row => ({
  name,
  what: 'append p50, 16 clients, log empty and grown',
  goal: { flat: 0.1 },
  sides: async (ring) => {
    const logs = [await ring.databases.freshLog(), await ring.databases.freshLog()];
    const per = 20;
    await ring.ours.ask('fill', { urls: logs[1], streams: entries(ring) / per, per });
    return logs.map((urls, i) => ({
      name: i ? `lookback at ${String(entries(ring))}` : 'lookback at 0',
      once: (n: number) => ring.ours.ask('append', { urls, run: `g${String(n)}`, clients: 16, events: 1, seconds: ring.size.seconds }),
    }));
  },
});

export const growthRow = grown(({ size }) => size.grown, 'growth');
