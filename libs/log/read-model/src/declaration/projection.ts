import type { Entry } from '@lookback/log/event-log';
import type {
  AmendmentProposal,
  AnyRegister,
  AnySource,
  Chapter,
  CorrectionRequest,
  EventOf,
  Resolved,
  StreamName,
  InapplicableEntry,
} from '@lookback/kernel';

/** A TypeORM entity of schema `read`. */
export type RowClass<Row extends object = object> = new () => Row;
type Tables = Readonly<Record<string, RowClass>>;

/** One stream as it stands: what a state projection makes its rows from. */
export interface FoldedSubject<State = unknown> {
  readonly stream: StreamName;
  readonly state: State;
  /** What counts, corrections and confirmed reports applied, in the order in which it took effect. */
  readonly entries: readonly Resolved[];
  /** How many entries the stream has. */
  readonly revision: number;
  /** Place in the log of the first of them: by it registers know the subject. */
  readonly opened: number;
  /** Place in the log of the last of them. */
  readonly position: number;
  readonly inapplicable: readonly InapplicableEntry[];
  /** What second persons were asked about its entries, and answered. */
  readonly proposals: () => readonly AmendmentProposal[];
  /** What householders asked to be put right, and the answers. */
  readonly requests: () => readonly CorrectionRequest[];
}

/** What the runner fills in itself. */
type OfStream = { readonly stream: string };
type OfEntry = { readonly position: unknown; readonly n: number };

/** All rows of a stream follow from its state. */
export interface StateProjection<State, Event extends EventOf, T extends Tables> {
  readonly name: string;
  /** Raise it when `rows` gives other rows from the same history: the model is then rebuilt. */
  readonly version?: number;
  /** Of which streams: `household` stands for `household-…`. */
  readonly kind: string;
  readonly chapter: Chapter<State, Event>;
  /** Tables whose key begins with the column `stream`, which the runner fills in. */
  readonly tables: T;
  /** Pure: the same subject gives the same rows. No clock, no standards. */
  readonly rows: (subject: FoldedSubject<State>) => { readonly [Name in keyof T]: readonly Omit<InstanceType<T[Name]>, 'stream'>[] };
}

/** Not of interest here; said so, rather than forgotten. */
export const ignored = Symbol('ignored');

type RowsOf<Row, E> = ((entry: E) => readonly Omit<Row, 'position' | 'n'>[]) | typeof ignored;

/** Rows for each entry, whatever came before it. They are made for it: the runner fills in their key. */
export interface JournalProjection<Row extends object, Event extends EventOf> {
  readonly name: string;
  /** Raise it when `rows` gives other rows from the same entry: the model is then rebuilt. */
  readonly version?: number;
  /** A table whose key is `position` (bigint) and `n` (integer, from 0 within the entry), which the runner fills in. */
  readonly table: RowClass<Row>;
  /** A function over all entries, or one line for each event of a chapter; entries of other chapters are passed over. */
  readonly rows:
    | ((entry: Entry) => readonly Omit<Row, 'position' | 'n'>[])
    | { readonly [E in Event as E['type']]: RowsOf<Row, Omit<Entry, 'type' | 'data'> & E> };
}

/** How the streams of one kind are folded and shown. */
export interface KindReader {
  readonly chapter: Chapter<unknown, EventOf>;
  readonly rows: (subject: FoldedSubject) => Readonly<Record<string, readonly object[]>>;
}

/** A state projection as the runner knows it. */
export interface StreamReader {
  readonly reads: 'streams';
  readonly name: string;
  readonly version: number;
  readonly tables: Tables;
  /** By how streams begin: `household` stands for `household-…`. */
  readonly kinds: ReadonlyMap<string, KindReader>;
}

/** A journal projection as the runner knows it. */
export interface EntryReader {
  readonly reads: 'entries';
  readonly name: string;
  readonly version: number;
  readonly tables: Tables;
  readonly rows: (entry: Entry) => readonly object[];
}

/** A register as the runner knows it. */
export interface RegisterReader {
  readonly reads: 'registers';
  readonly name: string;
  readonly version: number;
  readonly register: AnyRegister;
  /** By how streams begin. */
  readonly kinds: ReadonlyMap<string, RegisterKind>;
}

/** How the streams of one kind are folded, and which rows of a register they have. */
export interface RegisterKind {
  readonly chapter: Chapter<unknown, EventOf>;
  readonly source: AnySource;
}

export type Projection = StreamReader | EntryReader | RegisterReader;

/** Declares a register: rows on both clocks of the streams of some kinds. */
export const registerProjection = (register: AnyRegister, kinds: ReadonlyMap<string, RegisterKind>): RegisterReader => ({
  reads: 'registers',
  name: register.name,
  version: register.version ?? 1,
  register,
  kinds,
});

/** Declares a read model whose rows follow from the state of one stream. */
export function stateProjection<State, Event extends EventOf, T extends Readonly<Record<string, RowClass<OfStream>>>>({
  kind,
  chapter,
  rows,
  ...is
}: StateProjection<State, Event, T>): StreamReader {
  return kindsProjection({ ...is, kinds: new Map([[kind, { chapter, rows } as unknown as KindReader]]) });
}

/** Declares a read model that shows streams of several kinds, each folded in its own way, in the same tables. */
export const kindsProjection = ({
  version = 1,
  ...is
}: Pick<StreamReader, 'name' | 'tables' | 'kinds'> & { readonly version?: number | undefined }): StreamReader => ({
  reads: 'streams',
  version,
  ...is,
});

/** Declares a read model with rows for each entry. */
export function journalProjection<Row extends OfEntry, Event extends EventOf>({
  name,
  version = 1,
  table,
  rows,
}: JournalProjection<Row, Event>): EntryReader {
  const of = rows as ((entry: Entry) => object[]) | Readonly<Record<string, ((entry: Entry) => object[]) | typeof ignored>>;
  const byType = (entry: Entry) => {
    const line = typeof of === 'function' ? of : Object.hasOwn(of, entry.type) ? of[entry.type] : ignored;
    return typeof line === 'function' ? line(entry) : [];
  };
  return { reads: 'entries', name, version, tables: { [table.name]: table }, rows: byType };
}
