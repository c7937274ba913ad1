import type { Client } from 'pg';
import { UnsupportedDatabase } from './errors.js';

const oldest = 15;

/** What PostgreSQL says about itself and about the role that asks. */
export interface Facts {
  /** As in server_version_num: 150004 is 15.4. */
  readonly version: number;
  readonly encoding: string;
  /** Whether the role could undo what protects the log: a superuser, or a member of the schema's owner. */
  readonly mayUndo: boolean;
}

export async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
           (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
           OR EXISTS (SELECT FROM pg_namespace WHERE nspname = 'lookback' AND pg_has_role(current_user, nspowner, 'MEMBER')) AS "mayUndo"`);
  const [facts] = rows;
  if (!facts) throw new Error('PostgreSQL said nothing about itself');
  return facts;
}

/** @throws UnsupportedDatabase for a PostgreSQL that is too old, or a database whose encoding cannot hold every name. */
export function requireSupported({ version, encoding }: Facts, setting: string): void {
  const major = String(Math.floor(version / 10_000));
  if (version < oldest * 10_000) {
    throw new UnsupportedDatabase(setting, {
      en: `${setting} leads to PostgreSQL ${major}; ${String(oldest)} or newer is needed. Upgrade it, or name another server.`,
      zh: `${setting} 指向 PostgreSQL ${major};需要 ${String(oldest)} 或更新版本。请升级,或改用其他服务器。`,
    });
  }
  if (encoding === 'UTF8') return;
  throw new UnsupportedDatabase(setting, {
    en: `${setting} leads to a database in encoding ${encoding}. Create one with ENCODING 'UTF8' TEMPLATE template0 and name it there.`,
    zh: `${setting} 指向的数据库编码为 ${encoding}。请用 ENCODING 'UTF8' TEMPLATE template0 新建数据库并在此指定。`,
  });
}

/** @throws UnsupportedDatabase when the application would enter with the owner's power, against which no grant protects the log. */
export function requireRestrictedRole({ mayUndo }: Facts, setting: string): void {
  if (!mayUndo) return;
  throw new UnsupportedDatabase(setting, {
    en: `The user in ${setting} owns the log or is a superuser. Name a role of its own for the application there.`,
    zh: `${setting} 中的用户是日志的所有者或超级用户。请为应用单独指定一个角色。`,
  });
}
