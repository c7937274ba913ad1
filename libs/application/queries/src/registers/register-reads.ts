import { RegisterQuery, type RowFound } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { AskedParameters } from './parameters.js';
import { cursorText, orderText } from './list-cursor.js';
import { described } from './register-descriptions.js';
import { type RegisterQuestion, RegisterQuestions } from './register-questions.js';
import type { ChangedRow, RegisterChanges, RegisterPage, RegisterRow, RegistersShown } from './registers.dto.js';
import { columnsToShow, marksOf, RowLines, type RowToShow } from './row-lines.js';
import { RegisterRebuilt } from './register-rebuilt.js';
import { RowsBeside } from './rows-beside.js';

/** What was found of a register, and which point it reflects. */
export interface Reflected {
  readonly position: number;
  readonly version: string;
}

/** The rows of a page, and after what the next begins. */
interface RowsShown {
  readonly rows: RegisterRow[];
  readonly next: string | null;
}

/** Answers what any register lists, at any point of the two clocks. */
@Injectable()
export class RegisterReads {
  constructor(
    private readonly query: RegisterQuery,
    private readonly questions: RegisterQuestions,
    private readonly lines: RowLines,
    private readonly beside: RowsBeside,
  ) {}

  /** Those of which the account may read rows. */
  registers(who: Principal): RegistersShown {
    const readable = this.questions.readable(who);
    return { registers: readable.map((mounted) => described(mounted, readable)) };
  }

  /** A page; of changes, where some are asked for since a position. */
  async page(name: string, typed: AskedParameters, who: Principal): Promise<RegisterPage | RegisterChanges> {
    const question = await this.questions.listed(name, typed, who);
    return question.point.since === null ? this.listed(question, who) : this.changed(question, question.point.since, who);
  }

  private async listed(question: RegisterQuestion, who: Principal): Promise<RegisterPage> {
    const { register } = question.mounted;
    const sums = Object.keys(register.columns).filter((column) => register.columns[column]?.sum);
    const { found, ...at } = await this.query.list({ ...this.paged(question, who), sums });
    return {
      ...(await this.reflected(question, at)),
      total: found.total.rows,
      sums: Object.fromEntries(sums.map((column, i) => [column, found.total.sums[i] ?? 0])),
      columns: [...question.asked.columns],
      ...(await this.shown(question, found.rows, at)),
    };
  }

  /** The rows of a page, shown; nothing is said of how many there are. */
  async rows(question: RegisterQuestion, who: Principal): Promise<Reflected & RowsShown> {
    const { found, ...at } = await this.query.page(this.paged(question, who));
    return { ...at, ...(await this.shown(question, found, at)) };
  }

  private async shown(question: RegisterQuestion, found: readonly RowFound[], at: Reflected): Promise<RowsShown> {
    const { asked, mounted, after, point } = question;
    mustBeOf(at.version, after);
    const page = found.slice(0, asked.limit);
    const last = found.length > asked.limit ? page.at(-1)?.cursor : undefined;
    const columns = columnsToShow(mounted.register, asked.columns);
    const lines = await this.lines.load(mounted.register, page, { columns, wanted: asked.columns, day: point.day, position: at.position });
    const others = await this.beside.load(question, page.map(({ subject }) => subject), at.position); // prettier-ignore
    const rows = lines.map((line, i) => ({ ...line, ...(others && { with: others(page[i]?.subject ?? 0) }) }));
    return { rows, next: last ? this.next(question, at, last) : null };
  }

  private async changed(question: RegisterQuestion, since: number, who: Principal): Promise<RegisterChanges> {
    const { asked, mounted, after, point } = question;
    const columns = columnsToShow(mounted.register, asked.columns);
    const { found, ...at } = await this.query.changes({ ...this.paged(question, who), since });
    mustBeOf(at.version, after);
    const page = found.rows.slice(0, asked.limit);
    const last = found.rows.length > asked.limit ? page.at(-1)?.cursor : undefined;
    const shown = { columns, wanted: asked.columns, day: point.day, position: at.position };
    const sides = await Promise.all(
      (['before', 'after'] as const).map(async (side) => {
        const there = page.flatMap((row): RowToShow[] => (row[side] ? [{ ...row, cells: row[side] }] : []));
        const lines = await this.lines.load(mounted.register, there, shown);
        return new Map(lines.map((line) => [`${line.subject.kind}-${line.subject.id} ${line.key}`, line]));
      }),
    );
    const rows = page.flatMap(({ stream, key, before, after: now }): ChangedRow[] => {
      const [was, is] = sides.map((lines) => lines.get(`${stream} ${key}`));
      const line = is ?? was;
      if (!line) return [];
      const { cells: _cells, ...row } = line;
      return [{ ...row, before: before && (was?.cells ?? null), after: now && (is?.cells ?? null) }];
    });
    return {
      ...(await this.reflected(question, at)),
      ...{
        since: `@${since}`,
        rebuilt: await this.query.rebuiltSince(mounted.register, since),
        total: found.total,
        columns: [...asked.columns],
        rows,
      },
      next: last ? this.next(question, at, last) : null,
    };
  }

  private paged({ rows, asked, after, mounted }: RegisterQuestion, who: Principal) {
    const columns = columnsToShow(mounted.register, asked.columns);
    return { ...rows, columns, order: asked.order, after: after?.after, limit: asked.limit + 1, marks: marksOf(who, mounted) };
  }

  private next(
    { asked, point }: RegisterQuestion,
    { version, position }: Reflected,
    after: Parameters<typeof cursorText>[0]['after'],
  ): string {
    return cursorText({ version, day: point.day, position, order: orderText(asked.order), after });
  }

  /** Which point an answer reflects. */
  async reflected({ mounted, point }: RegisterQuestion, { position, version }: Reflected) {
    const { register } = mounted;
    const parked = await this.query.parked(register, position);
    return { ...{ register: register.name, version, position, parked }, at: point.day, known: `@${position}`, notYet: point.notYet };
  }
}

/** A list goes on in the version in which it began. @throws RegisterRebuilt */
export function mustBeOf(version: string, after: { readonly version: string } | undefined): void {
  if (after && after.version !== version) throw new RegisterRebuilt();
}
