import type { AnyRegister, CellKind } from '@lookback/kernel';
import type { CountedBy, RowAsked } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import { listRuling, type Ruled, saidWhileRuled } from '@lookback/office/standards';
import type { CountyLists } from '../lists/county-lists.js';
import type { SoughtOrWhy } from './sought-in.js';

export type ListedKind = Extract<CellKind, { readonly name: 'listed' }>;

/** Codes of standards' lists, as an account may look for them. */
export class ListedSought {
  constructor(
    private readonly lists: CountyLists,
    private readonly who: Principal | null,
  ) {}

  /** A code, of whatever list; or `01~610426~2020-01-01`, of one list alone. */
  async read(kind: ListedKind, typed: string): Promise<SoughtOrWhy> {
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
const saidAt = (row: RowAsked, { county, saidOn }: ListedKind) => ({ county: row.cell(county), day: row.cell(saidOn) });

function saidWhile(row: RowAsked, kind: ListedKind, ruled: readonly Ruled[]): string {
  const [sql, ...values] = saidWhileRuled(saidAt(row, kind), ruled);
  return values.reduce<string>((text, value) => text.replace('?', row.values.value(value)), sql);
}

/** By which lists the codes of a column are told apart, where two call one otherwise. */
export function ruledBy(register: AnyRegister, column: string, ruled: readonly Ruled[]): CountedBy['apart'] {
  const kind = register.columns[column]?.kind;
  if (kind?.name !== 'listed' || ruled.length === 0) return undefined;
  return { columns: [kind.county, kind.saidOn], by: (row) => listRuling(saidAt(row, kind), ruled, (value) => row.values.value(value)) };
}
