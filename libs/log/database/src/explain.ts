import { DatabaseError } from 'pg';
import { type Door, readAddress } from './address.js';
import { DatabaseUnavailable, UnsupportedDatabase, type Sentence } from './errors.js';

type Tell = (setting: string, place: string, code: string) => Sentence;

const refusedPassword: Tell = (setting, place) => ({
  en: `PostgreSQL at ${place} refused the user or the password in ${setting}. Correct them there.`,
  zh: `${place} 的 PostgreSQL 拒绝了 ${setting} 中的用户名或密码。请更正。`,
});

const unfit: Readonly<Record<string, Tell>> = {
  '28P01': refusedPassword,
  '28000': refusedPassword,
  '3D000': (setting, place) => ({
    en: `There is no database at ${place}. Create it with encoding UTF8, or correct ${setting}.`,
    zh: `${place} 没有这个数据库。请以 UTF8 编码创建,或更正 ${setting}。`,
  }),
  '42501': (setting, place) => ({
    en: `The user in ${setting} lacks a right at ${place}: the owner needs to own the database and CREATEROLE, the application needs CONNECT.`,
    zh: `${setting} 中的用户在 ${place} 权限不足:所有者须拥有该数据库并具有 CREATEROLE,应用角色须有 CONNECT。`,
  }),
};

const full: Tell = (setting, place) => ({
  en: `PostgreSQL at ${place} (${setting}) has no connection left. Raise max_connections or stop what holds them.`,
  zh: `${place} 的 PostgreSQL(${setting})连接数已满。请调高 max_connections 或释放连接。`,
});

const away: Tell = (setting, place, code) => ({
  en: `PostgreSQL at ${place} cannot be reached (${code}). Start it, or correct host and port in ${setting}.`,
  zh: `无法连接 ${place} 的 PostgreSQL(${code})。请启动它,或更正 ${setting} 中的主机和端口。`,
});

/** Whether a code, of PostgreSQL or of Node's sockets, says that a connection was lost, refused or ended, and may come back. */
export const isConnectionLoss = (code: string): boolean => /^(08|57P)|^53300$|^E[A-Z_]+$/.test(code);

/** Whether the database itself says that it takes nobody now: a connection was lost or ended, or is one too many. */
export function isDatabaseAway(error: unknown): boolean {
  const { driverError = error } = Object(error) as { driverError?: unknown };
  return driverError instanceof DatabaseError && isConnectionLoss(driverError.code ?? '');
}

/** The problem in the operator's words when it is one of reaching or entering the database; any other error as it came. */
export function explain(error: unknown, { address, setting }: Door): Error {
  if (error instanceof DatabaseUnavailable || error instanceof UnsupportedDatabase) return error;
  const { code, message } = asFault(error);
  const { place } = readAddress(address);
  const tell = unfit[code];
  if (tell) return new UnsupportedDatabase(setting, tell(setting, place, code));
  if (code === '53300') return new DatabaseUnavailable(setting, full(setting, place, code));
  if (isConnectionLoss(code)) return new DatabaseUnavailable(setting, away(setting, place, code));
  if (/timeout|terminated|not queryable|closed/i.test(message)) return new DatabaseUnavailable(setting, away(setting, place, 'no answer'));
  return error instanceof Error ? error : new Error(message);
}

function asFault(error: unknown): { code: string; message: string } {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) };
}
