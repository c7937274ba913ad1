import type { AccountId, PersonId, RegionCode } from '@lookback/kernel';
import { literally, Where } from '@lookback/log/read-model';
import type { Right } from '@lookback/office/desk';
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

export type AccountListed = Omit<AccountRow, 'stream' | 'regions' | 'region' | 'units'>;

/** Asks for accounts: those that belong, whose person's posts lie and whose rights hold where the asker administers. */
export class AccountQuery {
  constructor(private readonly db: DataSource) {}

  /** What each open account may do, of those that the asker administers. */
  async rightsHeld(within: readonly RegionCode[]): Promise<Right[][]> {
    const where = administered(new Where().add('NOT a.closed'), within);
    const rows = await this.db.query<{ rights: AccountRow['rights'] }[]>(
      `SELECT a.rights FROM read.account a WHERE ${where.sql}`,
      where.values,
    );
    return rows.map(({ rights }) => rights.map(({ right }) => right));
  }

  /** In order of their logins. */
  find({ login, person, right, region, closed, after, limit }: AccountsWanted, within: readonly RegionCode[]): Promise<AccountListed[]> {
    const where = new Where().addIf('a.login LIKE ?', login === undefined ? undefined : `${literally(login)}%`);
    where.addIf('a.person = ?', person).addIf('a.closed = ?', closed).addIf('a.login > ?', after);
    where.addIf(`a.rights @> ?`, right && JSON.stringify([{ right }]));
    where.addIf(holdsIn, region && chainOf(region));
    administered(where, within);
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

/** Those that belong, whose person's posts lie and whose rights hold in some regions. */
function administered(where: Where, within: readonly RegionCode[]): Where {
  if (within.includes('CN' as RegionCode)) return where;
  const patterns = where.value(within.map((code) => `${code}%`));
  const outside = (of: string) => `NOT coalesce(${of} LIKE ANY(${patterns}), false)`;
  const served = 'coalesce(o.unit_region, o.region)';
  return where
    .add(`NOT EXISTS (SELECT FROM unnest(a.regions) region WHERE ${outside('region')})`)
    .add(`NOT EXISTS (SELECT FROM unnest(a.units) one LEFT JOIN read.unit u ON u.unit = one WHERE ${outside('u.region')})`)
    .add(`NOT EXISTS (SELECT FROM read.official o WHERE o.person = a.person AND o.until IS NULL AND ${outside(served)})`);
}

const holdsIn = `EXISTS (SELECT FROM jsonb_array_elements(a.rights) held, jsonb_array_elements_text(held->'regions') region WHERE region = ANY(?))`;
