import { Client, type ClientConfig, Pool } from 'pg';
import { UnsupportedDatabase } from './errors.js';

/** How to reach a database as one role: asked anew for each connection, as an embedded server may come back on another port. */
export type Address = () => Readonly<ClientConfig>;

/** An address and the setting that an error about it must name. */
export interface Door {
  readonly address: Address;
  readonly setting: string;
}

/** Milliseconds. A statement that must run longer (a whole log by COPY, a rebuild) lifts its own limit with SET LOCAL. */
export const limits = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 300_000,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

/** PostgreSQL ends a session, and frees what it locked, some two minutes after the way to its client was lost; the system's own is two hours. */
const keepalives = '-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10';

type Limits = Readonly<Record<keyof typeof limits, number>>;

/**
 * Clients that ask the address when they are made, and outlive their server: a lost connection fails its queries, not the process.
 * @param open holds those that are connected, for as long as they are.
 */
export function clientsOf(address: Address, config: ClientConfig, open?: Set<Client>): new () => Client {
  return class extends Client {
    constructor() {
      super({ keepAlive: true, options: keepalives, ...config, ...address() });
      this.on('error', () => undefined);
      open?.add(this);
      this.on('end', () => open?.delete(this));
    }
  };
}

/** Cuts a connection as if it had been lost: `end` would wait for a server that does not answer. */
export function cut(client: Client): void {
  (client as unknown as { readonly connection: { readonly stream: { destroy(): void } } }).connection.stream.destroy();
}

/** A pool on an address; `name` is what pg_stat_activity shows, `within` are limits that differ. */
export function poolOn(address: Address, name: string, max: number, open?: Set<Client>, within: Partial<Limits> = {}): Pool {
  const bounds = { ...limits, ...within };
  const pool = new Pool({ Client: clientsOf(address, { ...bounds, application_name: name }, open), max, ...bounds });
  pool.on('error', () => undefined);
  return pool;
}

/** @throws UnsupportedDatabase when the setting is no PostgreSQL URL with a user and a database in it. */
export function doorTo(url: string, setting: string): Door {
  if (!/^postgres(ql)?:\/\//.test(url) || !isWhole(url)) {
    throw new UnsupportedDatabase(setting, {
      en: `${setting} is not a PostgreSQL URL. Write it as postgres://user:password@host:5432/database.`,
      zh: `${setting} 不是有效的 PostgreSQL 地址。请写成 postgres://user:password@host:5432/database。`,
    });
  }
  return { setting, address: () => ({ connectionString: url }) };
}

function isWhole(url: string): boolean {
  try {
    const { username, pathname } = new URL(url);
    return username !== '' && pathname.length > 1;
  } catch {
    return false;
  }
}

/** Where an address leads and as whom; the place is fit for an error message, the credentials are not. */
export function readAddress(address: Address): { place: string; user: string; password: string; database: string } {
  const { host, port, user = '', password, database = '' } = new Client(address());
  return { place: `${host}:${String(port)}/${database}`, user, password: typeof password === 'string' ? password : '', database };
}
