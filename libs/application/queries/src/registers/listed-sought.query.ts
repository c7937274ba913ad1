import type { CellKind } from '@lookback/kernel';
import type { RowAsked } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import { type Ruled, saidWhileRuled } from '@lookback/office/standards';
import type { CountyLists } from '../lists/county-lists.js';
import type { Read } from './sought-in.js';

export type Listed = Extract<CellKind, { readonly name: 'listed' }>;

/** Codes of standards' lists, as an account may look for them. */
export class ListedSought {
  constructor(
    private readonly lists: CountyLists,
    private readonly who: Principal,
  ) {}

  /** A code, of whatever list; or `01~610426~2020-01-01`, of one list alone. */
  async read(kind: Listed, typed: string): Promise<Read> {
    if (typed === 'none') return { is: 'none' };
    if (!/^[0-9A-Za-z-]{1,20}(~[0-9A-Z]{2,6}~\d{4}-\d{2}-\d{2})?$/.test(typed))
      return { why: { en: 'must be a code of a list, such as 01', zh: '应为目录代码，如 01' } };
    const wanted = await this.lists.wanted(kind.list, typed, this.who);
    const { code, ruled } = wanted ?? { code: typed };
    if (ruled === undefined) return { is: 'one', value: code };
    return { is: 'one-where', value: code, columns: [kind.county, kind.saidOn], where: (row) => saidWhile(row, kind, ruled) };
  }
}

/** Where and of which day the code of a row was said, as SQL. */
const saidAt = (row: RowAsked, { county, saidOn }: Listed) => ({ county: row.cell(county), day: `${row.cell(saidOn)}::text` });

function saidWhile(row: RowAsked, kind: Listed, ruled: readonly Ruled[]): string {
  const [sql, ...values] = saidWhileRuled(saidAt(row, kind), ruled);
  return values.reduce<string>((text, value) => text.replace('?', row.values.value(value)), sql);
}
