import { type DataSource, type EntityMetadata, EntitySchema, TableColumn } from 'typeorm';
import { indexesOn } from '../declaration/indexed.js';
import type { RowClass } from '../declaration/projection.js';
import { encoderFor } from './copy-text.js';

interface Column {
  readonly property: string;
  readonly name: string;
  readonly ddl: string;
  readonly encode: (value: unknown) => string;
}

/** Where a rebuild writes until it swaps: the live table's name with this behind it. */
export type Suffix = '' | '~next' | '~old';

/** A table of schema `read`, made from its entity's metadata. */
export class Table {
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  private readonly metadata: EntityMetadata;
  private readonly indexes: readonly string[];

  constructor({ dataSource, row }: { dataSource: DataSource; row: RowClass | EntitySchema }) {
    this.metadata = dataSource.getMetadata(row);
    if (this.metadata.schema !== 'read') throw new Error(`${this.metadata.name}: a read model's table belongs in schema "read"`);
    this.key = this.metadata.primaryColumns.map(({ databaseName }) => databaseName);
    this.columns = this.metadata.columns.map((column) => {
      const { driver } = dataSource;
      const type = driver.createFullType(
        new TableColumn({
          name: column.databaseName,
          type: driver.normalizeType(column),
          length: driver.getColumnLength(column),
          isArray: column.isArray,
          ...(column.precision != null && { precision: column.precision }),
          ...(column.scale != null && { scale: column.scale }),
        }),
      );
      if (type === 'json') throw new Error(`${this.metadata.name}.${column.propertyName}: json has no equality; use jsonb`);
      const collation = column.collation ? ` COLLATE ${quoted(column.collation)}` : '';
      const ddl = `${quoted(column.databaseName)} ${type}${collation}${column.isNullable ? '' : ' NOT NULL'}`;
      return { property: column.propertyName, name: column.databaseName, ddl, encode: encoderFor(type) };
    });
    this.indexes = [
      ...this.metadata.indices.map(declared),
      ...(row instanceof EntitySchema ? [] : indexesOn(row)).map((sql) => ['', sql] as const),
    ].map(([unique, sql], i) => `CREATE ${unique}INDEX ${quoted(`${this.metadata.tableName}#_${String(i + 1)}`)} ON # ${sql}`);
  }

  in(suffix: Suffix): string {
    return `read.${quoted(this.metadata.tableName + suffix)}`;
  }

  get columnList(): string {
    return this.columns.map(({ name }) => quoted(name)).join();
  }

  /** Rows in COPY's text format. */
  text(rows: readonly object[]): string {
    const line = (row: Readonly<Record<string, unknown>>) => this.columns.map(({ property, encode }) => encode(row[property])).join('\t');
    return rows.map((row) => `${line(row as Readonly<Record<string, unknown>>)}\n`).join('');
  }

  /** Bare: keys and indexes come after the bulk of the rows. */
  creation(suffix: Suffix): string {
    return `CREATE TABLE ${this.in(suffix)} (${this.columns.map(({ ddl }) => ddl).join(', ')})`;
  }

  /** Puts the rows of the rebuilt table in the order of their key: they came stream by stream, and a journal is asked from the newest on. */
  sorting(): string[] {
    const unsorted = quoted(`${this.metadata.tableName}~unsorted`);
    return [
      `ALTER TABLE ${this.in('~next')} RENAME TO ${unsorted}`,
      this.creation('~next'),
      `INSERT INTO ${this.in('~next')} SELECT * FROM read.${unsorted} ORDER BY ${this.key.map(quoted).join()}`,
      `DROP TABLE read.${unsorted}`,
    ];
  }

  indexing(suffix: Suffix): string[] {
    const key = `ALTER TABLE ${this.in(suffix)} ADD CONSTRAINT ${this.keyName(suffix)} PRIMARY KEY (${this.key.map(quoted).join()})`;
    const at = (sql: string) => sql.replace('#_', `${suffix}_`).replace('ON #', `ON ${this.in(suffix)}`);
    return [key, ...this.indexes.map(at)];
  }

  /** Puts the rebuilt table in the place of the live one, which stays beside it as the old one; an older one goes. */
  swap(): string[] {
    return [this.dropping('~old'), ...this.renaming('', '~old'), ...this.renaming('~next', '')];
  }

  /** Puts the old table in the place of the live one, and that in its. */
  swapBack(): string[] {
    return [...this.renaming('', '~next'), ...this.renaming('~old', ''), ...this.renaming('~next', '~old')];
  }

  dropping(suffix: Suffix): string {
    return `DROP TABLE IF EXISTS ${this.in(suffix)}`;
  }

  /** With its indexes, as far as a table of another version has them. */
  private renaming(from: Suffix, to: Suffix): string[] {
    const name = (suffix: Suffix, i: number) => quoted(`${this.metadata.tableName}${suffix}_${String(i + 1)}`);
    return [
      `ALTER TABLE IF EXISTS ${this.in(from)} RENAME TO ${quoted(this.metadata.tableName + to)}`,
      `ALTER INDEX IF EXISTS read.${this.keyName(from)} RENAME TO ${this.keyName(to)}`,
      ...this.indexes.map((_, i) => `ALTER INDEX IF EXISTS read.${name(from, i)} RENAME TO ${name(to, i)}`),
    ];
  }

  private keyName(suffix: Suffix): string {
    return quoted(`${this.metadata.tableName}${suffix}_key`);
  }
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function declared({ isUnique, columns, where }: EntityMetadata['indices'][number]): readonly [string, string] {
  const filter = where ? ` WHERE ${where}` : '';
  return [isUnique ? 'UNIQUE ' : '', `(${columns.map(({ databaseName }) => quoted(databaseName)).join()})${filter}`];
}
