import type { AccountId, PersonId, RegionCode } from '@lookback/kernel';
import { literally, Where } from '@lookback/log/read-model';
import { isOfSeen, type Right, type Sees } from '@lookback/office/desk';
import { chainOf } from '@lookback/office/registry';
import type { DataSource } from 'typeorm';
import type { AccountRow } from './account.entity.js';

/** Which accounts; all that is given has to hold. */
export interface AccountsWanted {
  /** Beginning of a login. */
  readonly login?: string | undefined;
  readonly person?: PersonId | undefined;
  readonly right?: Right | undefined;
  /** With a right that holds in it. */
  readonly region?: RegionCode | undefined;
  readonly closed?: boolean | undefined;
  /** The last login of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export type AccountListed = Omit<AccountRow, 'stream'>;

/** Asks for accounts. Every question is held to those of which the asker may know. */
export class AccountQuery {
  constructor(private readonly db: DataSource) {}

  /** What each open account may do. */
  async rightsHeld(sees: Sees): Promise<Right[][]> {
    const where = seenOf(sees).add('NOT a.closed');
    const rows = await this.db.query<{ rights: AccountRow['rights'] }[]>(
      `SELECT a.rights FROM read.account a WHERE ${where.sql}`,
      where.values,
    );
    return rows.map(({ rights }) => rights.map(({ right }) => right));
  }

  /** In order of their logins. */
  find({ login, person, right, region, closed, after, limit }: AccountsWanted, sees: Sees): Promise<AccountListed[]> {
    const where = seenOf(sees).addIf('a.login LIKE ?', login === undefined ? undefined : `${literally(login)}%`);
    where.addIf('a.person = ?', person).addIf('a.closed = ?', closed).addIf('a.login > ?', after);
    where.addIf(`a.rights @> ?`, right && JSON.stringify([{ right }]));
    where.addIf(holdsIn, region && chainOf(region));
    return this.db.query(
      `SELECT a.account, a.login, a.person, a.closed, a.has_password AS "hasPassword", a.temporary_password AS "temporaryPassword", a.opened_on AS "openedOn", a.rights
         FROM read.account a WHERE ${where.sql} ORDER BY a.login LIMIT ${where.value(limit)}`,
      where.values,
    );
  }

  /** Whether a person has an open account, other than one. */
  async hasAnother(person: PersonId, than: AccountId): Promise<boolean> {
    const sql = 'SELECT FROM read.account a WHERE a.person = $1 AND NOT a.closed AND a.account <> $2 LIMIT 1';
    const found: unknown[] = await this.db.query(sql, [person, than]);
    return found.length > 0;
  }
}

function seenOf(sees: Sees): Where {
  const where = new Where();
  return where.add(isOfSeen(where, { stream: 'a.stream' }, sees));
}

const holdsIn = `EXISTS (SELECT FROM jsonb_array_elements(a.rights) held, jsonb_array_elements_text(held->'regions') region WHERE region = ANY(?))`;
