import type { Sealed } from '../sealed.js';
import type { InBoth } from '../sentences.js';
import type { CellKind, CellValue } from './cells.js';

/** What a column is for, beside being shown. */
export interface ColumnUses {
  /** Rows can be looked for by it. */
  readonly filter?: true;
  /** Rows can be put in its order. */
  readonly sort?: true;
  /** Rows can be counted by it. */
  readonly count?: true;
  /** Its values can be added up. */
  readonly sum?: true;
}

/** A column of a register: its cells follow from a row alone, without clock and standards. */
export interface RegisterColumn<Row> extends ColumnUses {
  readonly kind: CellKind;
  readonly called: InBoth;
  readonly value: (row: Row) => CellValue;
}

/** A column whose cells stand in boxes: the register keeps where, and a page opens them for those who may. */
export interface OpenedColumn<Row> {
  readonly called: InBoth;
  /** Whether it says who somebody is, so that only those who see all of the subject read it whole. */
  readonly sight: 'plain' | 'masked';
  readonly value: (row: Row) => Sealed<unknown> | null;
}

/** A yes or no that depends on the day of which is asked: whether a day has passed, where other columns hold one of some values. */
export interface PassedColumn {
  readonly called: InBoth;
  /** The column of the day. */
  readonly day: string;
  /** Only of rows in which these columns hold one of these values. */
  readonly where: Readonly<Record<string, readonly CellValue[]>>;
}

/**
 * A list over the states of subjects: rows with columns, at any point of the two clocks. Source: decisions.md, 15 to 17; descriptions.md.
 */
export interface Register<Row = unknown> {
  /** As it stands in addresses: `problems`. */
  readonly name: string;
  readonly called: InBoth;
  /** Raise it when the same history gives other rows: it is then rebuilt. */
  readonly version?: number;
  readonly columns: Readonly<Record<string, RegisterColumn<Row>>>;
  readonly opened?: Readonly<Record<string, OpenedColumn<Row>>>;
  readonly passed?: Readonly<Record<string, PassedColumn>>;
  /** Columns that are counted together, by the name of their group: a receipt names the entry that set one of these. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** True where its rows may hold from a day that lies ahead: then what holds today may end tomorrow. */
  readonly isDatedAhead?: true;
  /** The order of rows unless another is asked for: columns, the newest or highest first where `-` stands before. */
  readonly order: readonly string[];
}

/** The rows of one kind of subject in a register. */
export interface RegisterSource<State = unknown, Row = unknown> {
  readonly register: Register<Row>;
  /** The parts of the state that `rows` looks at: while they are the same objects, so are the rows. */
  readonly reads: (state: State) => readonly unknown[];
  /** Pure and total, every key once; nothing of the initial state. */
  readonly rows: (state: State, id: string) => Iterable<readonly [key: string, row: Row]>;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- sources of all kinds of subjects and rows stand in one list */
export type AnySource = RegisterSource<any, any>;
export type AnyRegister = Register<any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

export const column = <Row>(
  kind: CellKind,
  called: InBoth,
  value: (row: Row) => CellValue,
  uses: ColumnUses = {},
): RegisterColumn<Row> => ({
  kind,
  called,
  value,
  ...uses,
});

export const registerSource = <State, Row>(source: RegisterSource<State, Row>): RegisterSource<State, Row> => source;
