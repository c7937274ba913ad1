import type { PersonId, RegionCode } from '@lookback/kernel';
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

export type AccountListed = Omit<AccountRow, 'stream' | 'region'>;

/** Asks for accounts: those without a right, and those whose rights all lie where the asker administers. */
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
      `SELECT a.account, a.login, a.person, a.closed, a.temporary_password AS "temporaryPassword", a.opened_on AS "openedOn", a.rights
         FROM read.account a WHERE ${where.sql} ORDER BY a.login LIMIT ${where.value(limit)}`,
      where.values,
    );
  }
}

const administered = (where: Where, within: readonly RegionCode[]): Where =>
  within.includes('CN' as RegionCode)
    ? where
    : where.add(
        '(a.region IS NULL OR a.region LIKE ANY(?))',
        within.map((code) => `${code}%`),
      );

const holdsIn = `EXISTS (SELECT FROM jsonb_array_elements(a.rights) held, jsonb_array_elements_text(held->'regions') region WHERE region = ANY(?))`;
