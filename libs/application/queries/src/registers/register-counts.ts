import type { AnyRegister, CellValue } from '@lookback/kernel';
import { type FigureFound, type CountedBy, RegisterQuery } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import type { ListsInPlay } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import { CountyLists } from '../lists/county-lists.js';
import { NameDirectory } from '../names/name-directory.js';
import { parameterOf, reserved, type AskedParameters } from './parameters.js';
import { namesOf, shown } from './cell-words.js';
import { ruledBy } from './listed-sought.query.js';
import { RegisterReads } from './register-reads.js';
import { RegisterQuestions } from './register-questions.js';
import type { CellShown, CellsShown, RegisterCount, RegisterCounts } from './registers.dto.js';

/** A figure with what its receipts are asked by. */
interface Figure extends Pick<FigureFound, 'rows' | 'subjects' | 'sums'> {
  readonly keys: readonly (string | null)[];
  readonly cells: CellsShown;
}

/** Counts the rows of a register by columns, of the same point and under the same filters as it lists them. */
@Injectable()
export class RegisterCounting {
  constructor(
    private readonly query: RegisterQuery,
    private readonly questions: RegisterQuestions,
    private readonly reads: RegisterReads,
    private readonly lists: CountyLists,
    private readonly names: NameDirectory,
  ) {}

  async counts(name: string, typed: AskedParameters, who: Principal): Promise<RegisterCounts> {
    const question = await this.questions.counted(name, typed, who);
    const { mounted, rows, point } = question;
    const { register } = mounted;
    const lists = await this.listsOf(register, question.by, who);
    const by = question.by.map((column): CountedBy => ({ column, apart: ruledBy(register, column, lists.get(column)?.ruled ?? []) }));
    const sums = Object.keys(register.columns).filter((column) => register.columns[column]?.sum);
    const { found, ...at } = await this.query.counts({ ...rows, by, sums });
    const said = await this.said(register, question.by, found.slice(0, -1), { effective: point.day, known: at.position });
    const figures = addedUp(found.slice(0, -1).map((count, i) => this.figure(count, question.by, { lists, said: said[i] ?? {} })));
    const asked = receiptsOf(typed, { at: point.day, known: `@${at.position}` });
    const sumsOf = (count: Pick<FigureFound, 'sums'>) => Object.fromEntries(sums.map((column, i) => [column, count.sums[i] ?? 0]));
    const shownAs = ({ keys, cells, rows: many, subjects, sums: added }: Figure): RegisterCount => ({
      ...{ cells, rows: many, subjects, sums: sumsOf({ sums: added }) },
      receipts: { ...asked, ...Object.fromEntries(question.by.map((column, i) => [parameterOf(register, column), keys[i] ?? 'none'])) },
    });
    const total = found.at(-1) ?? { rows: 0, subjects: 0, sums: [] };
    return {
      ...(await this.reads.reflected(question, at)),
      by: [...question.by],
      counts: figures.map(shownAs),
      total: { cells: {}, rows: total.rows, subjects: total.subjects, sums: sumsOf(total), receipts: asked },
    };
  }

  private async listsOf(register: AnyRegister, by: readonly string[], who: Principal): Promise<ReadonlyMap<string, ListsInPlay>> {
    const listed = by.flatMap((column) => {
      const kind = register.columns[column]?.kind;
      return kind?.name === 'listed' ? [[column, kind.list] as const] : [];
    });
    return new Map(await Promise.all(listed.map(async ([column, list]) => [column, await this.lists.inPlay(list, who)] as const)));
  }

  private async said(
    register: AnyRegister,
    by: readonly string[],
    counts: readonly FigureFound[],
    at: Parameters<NameDirectory['load']>[1],
  ) {
    const cells = counts.map((count) => new Map(by.map((column, i): [string, CellValue] => [column, count.cells[i] ?? null])));
    const names = await namesOf(cells.map((own) => ({ register, cells: own })), {}, { names: this.names, at }); // prettier-ignore
    return cells.map((own) => shown(register, own, by, names));
  }

  /** A code that two lists call otherwise is told apart by its list. */
  private figure(
    count: FigureFound,
    by: readonly string[],
    { lists, said }: { readonly lists: ReadonlyMap<string, ListsInPlay>; readonly said: CellsShown },
  ): Figure {
    const called = by.map((column, i): readonly [string | null, CellShown] => {
      const value = count.cells[i] ?? null;
      const list = lists.get(column);
      if (!list || typeof value !== 'string') return [value === null ? null : String(value), said[column] ?? { value, said: null }];
      const { key, en, zh } = list.called(value, (count.apart[i] ?? null) as string | null);
      return [key, { value: key, said: en === null || zh === null ? null : { en, zh } }];
    });
    return { ...count, keys: called.map(([key]) => key), cells: Object.fromEntries(by.map((column, i) => [column, called[i]?.[1] ?? { value: null, said: null }])) }; // prettier-ignore
  }
}

/** Codes that all lists call alike are one figure. */
function addedUp(figures: readonly Figure[]): Figure[] {
  const found = new Map<string, Figure>();
  for (const figure of figures) {
    const key = JSON.stringify(figure.keys);
    const before = found.get(key);
    found.set(key, before ? { ...figure, rows: before.rows + figure.rows, subjects: before.subjects + figure.subjects, sums: figure.sums.map((sum, i) => sum + (before.sums[i] ?? 0)) } : figure); // prettier-ignore
  }
  return [...found.values()];
}

/** The parameters of a question but for what is of a list alone; of the point that it was answered of. */
const receiptsOf = (typed: AskedParameters, point: AskedParameters): AskedParameters => ({
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !reserved.has(name) || ['by', 'with', 'without'].includes(name))),
  ...point,
});
