import type { Chapter, EventOf, StreamName } from '@lookback/kernel';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { KindReader, Projection, RegisterReader } from '../declaration/projection.js';
import { tablesOf } from '../declaration/register-tables.js';
import { RegisterReading } from '../timeline/register-reading.js';
import { Table } from './table.js';

/** The tables of one group of a register, in the order of its lanes. */
export interface LaneTables {
  readonly known: Table;
  readonly past: Table;
  /** Properties of its rows that hold its cells, in order. */
  readonly columns: readonly string[];
}

/** A projection with its tables. Its version tells whether what stands in the database is what this release would write. */
export class Model {
  readonly name: string;
  readonly version: string;
  readonly tables: readonly Table[];
  /** Of a register only. */
  readonly lanes: readonly LaneTables[];
  private readonly byName: ReadonlyMap<string, Table>;
  private readonly readings: ReadonlyMap<string, RegisterReading>;

  /** @throws Error naming the projection whose tables lack the key that its kind needs. */
  constructor(
    dataSource: DataSource,
    readonly projection: Projection,
    origin: string,
  ) {
    this.name = projection.name;
    const isRegister = projection.reads === 'registers';
    this.byName = new Map(Object.entries(isRegister ? {} : projection.tables).map(([name, row]) => [name, new Table({ dataSource, row })]));
    this.lanes = isRegister ? lanesOf(dataSource, projection) : [];
    this.readings = new Map(isRegister ? [...projection.kinds].map(([kind, { source }]) => [kind, new RegisterReading(source)]) : []);
    this.tables = [...this.byName.values(), ...this.lanes.flatMap(({ known, past }) => [known, past])];
    for (const table of this.tables) requireKey(projection, table);
    this.version = versionOf(projection, this.tables, origin);
  }

  table(name: string): Table {
    const table = this.byName.get(name);
    if (!table) throw new Error(`${this.name} has no table "${name}"`);
    return table;
  }

  /** Whether the rows follow from the state of the streams of this one's kind. */
  isOf(stream: StreamName): boolean {
    return this.chapterOf(stream) !== undefined;
  }

  /** How the stream is folded; undefined where it is none of its streams. */
  chapterOf(stream: StreamName): Chapter<unknown, EventOf> | undefined {
    return this.projection.reads === 'entries' ? undefined : this.projection.kinds.get(kindOf(stream))?.chapter;
  }

  /** How rows are made from a state of the stream; undefined of a register, and where it is none of its streams. */
  readerOf(stream: StreamName): KindReader | undefined {
    return this.projection.reads === 'streams' ? this.projection.kinds.get(kindOf(stream)) : undefined;
  }

  /** How a register's rows are read from a stream's states; undefined where it is none of its streams. */
  readingOf(stream: StreamName): RegisterReading | undefined {
    return this.readings.get(kindOf(stream));
  }
}

const kindOf = (stream: StreamName): string => stream.slice(0, Math.max(0, stream.indexOf('-')));

const lanesOf = (dataSource: DataSource, { register }: RegisterReader): LaneTables[] =>
  tablesOf(register).map(({ known, past, columns }) => ({
    known: new Table({ dataSource, row: known }),
    past: new Table({ dataSource, row: past }),
    columns,
  }));

function versionOf(projection: Projection, tables: readonly Table[], origin: string): string {
  const kinds = projection.reads === 'entries' ? [] : [...projection.kinds.keys()].sort();
  const ddl = tables.flatMap((table) => [table.creation(''), ...table.indexing('')]);
  return createHash('sha256')
    .update(JSON.stringify([projection.version, kinds, ddl, ...(origin === '' ? [] : [origin])]))
    .digest('hex')
    .slice(0, 16);
}

function requireKey({ reads, name }: Projection, table: Table): void {
  if (reads === 'streams' && table.key[0] !== 'stream') throw new Error(`${name}: the key of ${table.in('')} must begin with "stream"`);
  if (reads === 'entries' && table.key.join() !== 'position,n')
    throw new Error(`${name}: the key of ${table.in('')} must be "position", "n"`);
}

/**
 * `origin` tells the log from others that the database may have followed.
 * @throws Error when two models share a name or a table, or fold the streams of one kind in two ways.
 */
export function modelsOf(dataSource: DataSource, projections: readonly Projection[], origin = ''): Model[] {
  const models = projections.map((projection) => new Model(dataSource, projection, origin));
  const names = models.flatMap((model) => [model.name, ...model.tables.map((table) => table.in(''))]);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two read models share ${twice}`);
  requireOneFold(projections);
  return models;
}

function requireOneFold(projections: readonly Projection[]): void {
  const chapters = new Map<string, unknown>();
  for (const one of projections)
    for (const [kind, { chapter }] of one.reads === 'entries' ? [] : [...one.kinds]) {
      if ((chapters.get(kind) ?? chapter) !== chapter) throw new Error(`${one.name} folds "${kind}" in a way of its own`);
      chapters.set(kind, chapter);
    }
}
