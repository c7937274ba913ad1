import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Projection } from '../declaration/projection.js';
import { Table } from './table.js';

/** A projection with its tables. Its version tells whether what stands in the database is what this release would write. */
export class Model {
  readonly name: string;
  readonly version: string;
  private readonly byName: ReadonlyMap<string, Table>;

  /** @throws Error naming the projection whose tables lack the key that its kind needs. */
  constructor(
    dataSource: DataSource,
    readonly projection: Projection,
    origin: string,
  ) {
    this.name = projection.name;
    this.byName = new Map(Object.entries(projection.tables).map(([name, row]) => [name, new Table({ dataSource, row })]));
    for (const table of this.tables) requireKey(projection, table);
    const kinds = projection.reads === 'streams' ? [...projection.kinds.keys()].sort() : [];
    const ddl = this.tables.flatMap((table) => [table.creation(''), ...table.indexing('')]);
    this.version = createHash('sha256')
      .update(JSON.stringify([projection.version, kinds, ddl, ...(origin === '' ? [] : [origin])]))
      .digest('hex')
      .slice(0, 16);
  }

  get tables(): readonly Table[] {
    return [...this.byName.values()];
  }

  table(name: string): Table {
    const table = this.byName.get(name);
    if (!table) throw new Error(`${this.name} has no table "${name}"`);
    return table;
  }
}

function requireKey({ reads, name }: Projection, table: Table): void {
  if (reads === 'streams' && table.key[0] !== 'stream') throw new Error(`${name}: the key of ${table.in('')} must begin with "stream"`);
  if (reads === 'entries' && table.key.join() !== 'position,n')
    throw new Error(`${name}: the key of ${table.in('')} must be "position", "n"`);
}

/**
 * `origin` tells the log from others that the database may have followed.
 * @throws Error when two models share a name or a table.
 */
export function modelsOf(dataSource: DataSource, projections: readonly Projection[], origin = ''): Model[] {
  const models = projections.map((projection) => new Model(dataSource, projection, origin));
  const names = models.flatMap((model) => [model.name, ...model.tables.map((table) => table.in(''))]);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two read models share ${twice}`);
  return models;
}
