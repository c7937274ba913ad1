import { testDatabase, type TestDatabase } from '@lookback/testing';
import { Projector, type ProjectorDependencies } from '../following/projector.js';
import { earnings, families, toyEntities } from './toy.fixture.js';
import { toyRegisterTables } from './toy-registers.fixture.js';
import { ToyLog } from './toy-log.fixture.js';

const timeoutMs = 10_000;

/** A real database with the toy's tables, emptied for each spec. */
export class ToyBench {
  log = new ToyLog();
  private readonly projectors: Projector[] = [];

  private constructor(readonly db: TestDatabase) {}

  static async open(): Promise<ToyBench> {
    return new ToyBench(await testDatabase({ migrations: [], entities: [...toyEntities, ...toyRegisterTables] }));
  }

  projector(parts: Partial<ProjectorDependencies> = {}): Projector {
    const projector = new Projector({ log: this.log, database: this.db.readModels, projections: [families(), earnings], ...parts });
    this.projectors.push(projector);
    return projector;
  }

  caughtUp(projector: Projector): Promise<void> {
    return projector.reached(this.log.entries.length, { timeoutMs });
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.db.pool.query<Record<string, unknown>>(sql)).rows;
  }

  /** Tables of schema read, whatever role they belong to. */
  async tables(): Promise<unknown[]> {
    return (await this.query(`SELECT relname FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' ORDER BY 1`)).map(
      (t) => t['relname'],
    );
  }

  async clear(): Promise<void> {
    await Promise.all(this.projectors.splice(0).map((projector) => projector.stop()));
    for (const table of await this.tables()) await this.db.pool.query(`DROP TABLE read."${String(table)}"`);
    this.log = new ToyLog();
  }
}
