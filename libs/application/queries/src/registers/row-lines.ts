import type { AnyRegister, CalendarDate, CellValue } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import type { Asks, RowFound } from '@lookback/log/read-model';
import { heldOf, isSubjectSeen, knowsOf, type MountedRegister, Parts, type Principal } from '@lookback/office/desk';
import type { Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { NameDirectory } from '../names/name-directory.js';
import { type CellsFound, namesOf, saidBeside, shown } from './cell-words.js';
import { openedCells } from './opened-cells.js';
import type { CellsShown, RowSubject } from './registers.dto.js';

/** Columns that say what the office calls a row's subject. */
const calling = ['subjectNumber', 'number', 'login', 'name'];

/** A row before it is shown. */
export interface RowToShow extends Pick<RowFound, 'key' | 'setBy' | 'stream' | 'marks'> {
  readonly cells: readonly CellValue[];
}

/** What of a row stands in every answer. */
export interface RowLine {
  readonly subject: RowSubject;
  readonly called: string;
  readonly key: string;
  readonly setBy: number;
  readonly cells: CellsShown;
}

/** Whether what stands in boxes of a row's subject may be read, and whether all of it: by rights of now over the place of today. */
export function marksOf(who: Principal, { subjects }: MountedRegister): Asks[] {
  const read = knowsOf(who, subjects);
  const whole = heldOf(who, subjects, ({ visible }) => visible.whole);
  return [(row) => isSubjectSeen(row, read), (row) => isSubjectSeen(row, whole)];
}

/** The columns that are asked for so that some can be shown. */
export const columnsToShow = (register: AnyRegister, wanted: readonly string[]): string[] => [
  ...new Set([...wanted, ...saidBeside(register, wanted), ...calling.filter((name) => name in register.columns)]),
];

/** Shows rows: with words for codes and ids, and boxes opened for who may read them. */
@Injectable()
export class RowLines {
  constructor(
    private readonly log: EventLog,
    private readonly names: NameDirectory,
    private readonly parts: Parts,
  ) {}

  /** @param columns those of the cells, in their order, as `columnsToShow` has them. */
  async load(
    register: AnyRegister,
    rows: readonly RowToShow[],
    of: { readonly columns: readonly string[]; readonly wanted: readonly string[]; readonly day: CalendarDate; readonly position: number },
  ): Promise<RowLine[]> {
    const found = rows.map(({ cells }) => new Map(of.columns.map((name, i) => [name, cells[i] ?? null])));
    const subjects = rows.map(({ stream }) => this.subjectOf(stream ?? ''));
    const ids = (kind: string) => subjects.flatMap((subject) => (subject.kind === kind ? [subject.id] : []));
    const at = { effective: of.day, known: of.position };
    const named = { people: ids('person'), units: ids('unit'), accounts: ids('account') };
    const names = await namesOf(
      found.map((cells) => ({ register, cells })),
      named,
      { names: this.names, at },
    );
    const before = found.map((cells, i) => ({ cells, isRead: rows[i]?.marks[0] === true, isWhole: rows[i]?.marks[1] === true }));
    const opened = await openedCells(register, of.wanted, before, this.log);
    const plain = of.wanted.filter((name) => !(name in (register.opened ?? {})));
    return rows.map(({ key, setBy }, i) => {
      const [subject, cells] = [subjects[i] ?? this.subjectOf(''), found[i] ?? new Map<string, CellValue>()];
      const all = { ...shown(register, cells, plain, names), ...opened[i] };
      return { subject, called: calledAs(subject, key, { cells, names }), key, setBy, cells: inOrder(all, of.wanted) };
    });
  }

  private subjectOf(stream: string): RowSubject {
    const at = stream.indexOf('-');
    const [kind, id] = [stream.slice(0, Math.max(at, 0)), stream.slice(at + 1)];
    return { kind, id, path: `/${this.parts.of(kind)?.subject?.plural ?? kind}/${id}` };
  }
}

const inOrder = (cells: CellsShown, names: readonly string[]): CellsShown =>
  Object.fromEntries(names.flatMap((name) => (cells[name] ? [[name, cells[name]]] : [])));

/** By its number, name or login; else by the beginning of its id, which is the code of its file. */
function calledAs({ kind, id }: RowSubject, key: string, { cells, names }: { readonly cells: CellsFound; readonly names: Names }): string {
  const ownNumber = [...(key === '' ? calling : calling.slice(0, 1))]
    .map((name) => cells.get(name))
    .find((value) => typeof value === 'string');
  const byId = { unit: names.unit(id), person: names.official(id), account: kind === 'account' ? names.account(id as never)?.login : null }[
    kind
  ];
  return byId ?? (typeof ownNumber === 'string' ? ownNumber : (names.region(id) ?? id.slice(0, 8)));
}
