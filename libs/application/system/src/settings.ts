import type { Bucket } from '@lookback/log/attachment';
import type { EventStoreSettings } from '@lookback/log/event-log';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** `api` answers over HTTP, `projector` fills the read models, `reactor` asks what follows from entries, `clock` does what falls due. */
export const everyRole = ['api', 'projector', 'reactor', 'clock'] as const;
export type ProcessRole = (typeof everyRole)[number];

/** Everything that can be set, from the environment; each variable stands in the README's table. */
export interface Settings {
  /** Folder of the embedded PostgreSQL and of the keys. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  /** Where the log stands, when not in the database. */
  readonly eventStore: EventStoreSettings | undefined;
  readonly masterKeyFile: string;
  readonly commitKeyFile: string;
  /** Number of the newest key of the index of names: another one than before has the index made anew. */
  readonly namesKey: number;
  /** Where attachments are kept: in a folder, or in a bucket and on their way to it in a folder. */
  readonly attachments: { readonly folder: string; readonly bucket?: Bucket };
  /** Most bytes of an attachment. */
  readonly attachmentBytes: number;
  /** Most bytes of attachments that an account brings in a day. */
  readonly attachmentBytesPerDay: number;
  /** Program and arguments of what looks at every attachment; undefined where none is set. */
  readonly scanner: readonly string[] | undefined;
  /** What this process does: all of it, unless several share it. */
  readonly roles: ReadonlySet<ProcessRole>;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; none unless set. */
  readonly trustedProxies: readonly string[];
  readonly host: string;
  readonly port: number;
}

/** A variable that cannot be used: which, its value and why. */
export class SettingUnusable extends Error {
  override readonly name = 'SettingUnusable';
  constructor(variable: string, value: string, expected: string) {
    super(`${variable} is "${value}"; it must be ${expected}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings. Throws SettingUnusable. */
export function settingsFrom(env: Environment): Settings {
  const data = resolve(env['LOOKBACK_DATA'] ?? '.lookback');
  return {
    data,
    databaseUrl: env['LOOKBACK_DATABASE_URL'],
    ownerUrl: env['LOOKBACK_OWNER_URL'],
    eventStore: eventStoreFrom(env),
    masterKeyFile: resolve(env['LOOKBACK_MASTER_KEY_FILE'] ?? join(data, 'master.key')),
    commitKeyFile: resolve(env['LOOKBACK_COMMIT_KEY_FILE'] ?? join(data, 'commit-mac.key')),
    namesKey: numberFrom('LOOKBACK_NAMES_KEY', env, '1'),
    attachments: attachmentsFrom(env, join(data, 'attachments')),
    attachmentBytes: megabytesFrom('LOOKBACK_ATTACHMENT_MB', env, '20'),
    attachmentBytesPerDay: megabytesFrom('LOOKBACK_ATTACHMENT_MB_PER_DAY', env, '2000'),
    scanner: env['LOOKBACK_SCANNER']?.split(' ').filter((part) => part !== ''),
    roles: rolesFrom(env['LOOKBACK_ROLES'] ?? everyRole.join()),
    trustedProxies: proxiesFrom(env['LOOKBACK_TRUSTED_PROXY'] ?? ''),
    host: env['LOOKBACK_HOST'] ?? '127.0.0.1',
    port: portFrom(env['LOOKBACK_PORT'] ?? '3000'),
  };
}

function eventStoreFrom(env: Environment): EventStoreSettings | undefined {
  const url = env['LOOKBACK_EVENTSTORE_URL'];
  return url === undefined ? undefined : eventStoreAt(url, env);
}

/** The settings of the log on a certain EventStoreDB. Throws SettingUnusable. */
export function eventStoreAt(url: string, env: Environment): EventStoreSettings {
  const log = env['LOOKBACK_EVENTSTORE_LOG'] ?? 'lookback';
  if (!/^[a-z][\w-]{0,49}$/i.test(log)) throw new SettingUnusable('LOOKBACK_EVENTSTORE_LOG', log, 'a name of letters, digits, - and _');
  return { url, ownerUrl: env['LOOKBACK_EVENTSTORE_OWNER_URL'], log };
}

/** A path, or the URL of a bucket with the credentials by the names that S3 clients have in common. */
function attachmentsFrom(env: Environment, unlessSet: string): Settings['attachments'] {
  const place = env['LOOKBACK_ATTACHMENTS'] ?? unlessSet;
  if (!/^https?:/.test(place)) return { folder: resolve(place) };
  if (!/^https?:\/\/[^/?#@]+\/[^?#]*[^/?#]$/.test(place))
    throw new SettingUnusable(
      'LOOKBACK_ATTACHMENTS',
      'a URL',
      'a folder, or a bucket such as https://host/bucket without a slash at its end',
    );
  const credential = (name: string) => env[name] ?? needed(name);
  const [keyId, secret] = [credential('AWS_ACCESS_KEY_ID'), credential('AWS_SECRET_ACCESS_KEY')];
  return { folder: unlessSet, bucket: { url: place, keyId, secret, region: env['AWS_REGION'] ?? 'us-east-1' } };
}

function needed(variable: string): never {
  throw new SettingUnusable(variable, '', 'set where LOOKBACK_ATTACHMENTS is a bucket');
}

/** Of something that is counted from 1. */
function numberFrom(variable: string, env: Environment, unlessSet: string): number {
  const text = env[variable] ?? unlessSet;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new SettingUnusable(variable, text, 'a whole number from 1 to 9999');
  return Number(text);
}

/** In bytes. */
function megabytesFrom(variable: string, env: Environment, unlessSet: string): number {
  const text = env[variable] ?? unlessSet;
  if (!/^\d{1,4}$/.test(text) || Number(text) < 1) throw new SettingUnusable(variable, text, 'a whole number of megabytes from 1 to 9999');
  return Number(text) * 1024 * 1024;
}

function rolesFrom(text: string): ReadonlySet<ProcessRole> {
  const names = text.split(',').map((name) => name.trim());
  const roles = everyRole.filter((role) => names.includes(role));
  if (roles.length !== names.length)
    throw new SettingUnusable('LOOKBACK_ROLES', text, `some of ${everyRole.join(', ')}, with commas between`);
  return new Set(roles);
}

function proxiesFrom(text: string): string[] {
  const proxies = text.split(',').map((one) => one.trim());
  if (text.trim() === '') return [];
  for (const proxy of proxies)
    if (!isNetwork(proxy))
      throw new SettingUnusable('LOOKBACK_TRUSTED_PROXY', text, 'addresses or networks as 10.0.0.0/8, with commas between');
  return proxies;
}

/** An address, or one with how many of its bits count; never all addresses there are, as then every client could name its own. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128));
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new SettingUnusable('LOOKBACK_PORT', text, 'a port from 0 to 65535');
  return port;
}
