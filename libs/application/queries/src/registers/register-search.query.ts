import { HouseholdQuery } from '@lookback/case/household';
import { Inapplicable, input } from '@lookback/kernel';
import { type Asks, literally, type RowsAsked } from '@lookback/log/read-model';
import { type MountedRegister, type Principal, seesOf } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { Faults } from './unreadable-query.js';

/** As many subjects as a text is looked up among: who types so little types on. */
const mostFound = 2_000;

/** What is looked for by a text that may be a name or a citizen number, and so stands in no address. */
@Injectable()
export class RegisterSearch {
  constructor(private readonly households: HouseholdQuery) {}

  /** Rows with a text column that begins so, and rows of households that are found by it; undefined where nothing was typed. */
  async condition(
    { register, subjects }: MountedRegister,
    typed: string | undefined,
    { who, faults }: { readonly who: Principal; readonly faults: Faults },
  ): Promise<RowsAsked['and']> {
    if (typed === undefined) return undefined;
    const read = input.text(40)(typed);
    if (read instanceof Inapplicable) {
      if (!input.isMissing(read)) faults.add('text', '', { en: read.in('en'), zh: read.in('zh') });
      return undefined;
    }
    const columns = Object.entries(register.columns).flatMap(([name, { kind, filter }]) => (kind.name === 'text' && filter ? [name] : []));
    const households = subjects.filter(({ name }) => name === 'household');
    const found = households.length > 0 ? await this.households.find({ text: read.value, limit: mostFound }, seesOf(who, households)) : [];
    const streams = found.map(({ id }) => `household-${id}`);
    const begins = `${literally(read.value)}%`;
    const where: Asks = (row) => {
      const { values } = row;
      const ofThose = () => `${row.subject} IN (SELECT v.opened FROM read.subject v WHERE v.stream = ANY(${values.value(streams)}))`;
      const conditions = [
        ...columns.map((name) => `${row.cell(name)} LIKE ${values.value(begins)}`),
        ...(streams.length > 0 ? [ofThose()] : []),
      ];
      return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
    };
    return { columns, where };
  }
}
