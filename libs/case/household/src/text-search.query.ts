import { input, upgraded } from '@lookback/kernel';
import type { RowAsked } from '@lookback/log/read-model';
import type { NameIndex, Seen } from './name-index.query.js';

/** The condition under which a row of a register is of a household that is meant. */
export type IsMeant = (row: Pick<RowAsked, 'cell' | 'subject' | 'values'>) => string;

/** Finds households by a text that somebody typed. */
export class TextSearch {
  constructor(private readonly index: NameIndex) {}

  /**
   * 8 characters may be a file code beside all else; 15, 18 or 20 digits may be a household's number, or a person's, which begins with it,
   * or a citizen's; others begin a household's; all else begins a name, or is the number of a document.
   */
  async meant(text: string, seen: Seen): Promise<IsMeant> {
    const number = input.code(text);
    const isNumber = /^\d{6,17}$/.test(number) || /^\d{17}[\dX](\d\d(B\d)?)?$/.test(upgraded(number));
    const called = isNumber ? [] : await this.index.called(text, seen);
    const having = isNumber || /^[A-Z]{1,3}\d{7,}$/.test(number) ? await this.index.having(upgraded(number), seen) : [];
    const code = /^[\da-f]{8}$/i.test(number) ? number.toLowerCase() : null;
    return (row) => {
      const { subject, values } = row;
      const conditions = [`${subject} = ANY(${values.value([...called, ...having])}::bigint[])`];
      if (isNumber) conditions.push(`${row.cell('number')} LIKE ${values.value(`${number.slice(0, 18)}%`)}`);
      if (code !== null)
        conditions.push(`${subject} IN (SELECT v.opened FROM read.subject v WHERE v.stream LIKE ${values.value(`household-${code}%`)})`);
      return `(${conditions.join(' OR ')})`;
    };
  }
}
