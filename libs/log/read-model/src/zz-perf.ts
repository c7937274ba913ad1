import 'reflect-metadata';
import { Column, Entity, PrimaryColumn, Index } from 'typeorm';
import { testDatabase } from '../../../testing/src/database.js';
import { Projector } from './projector.js';
import { stateProjection, journalProjection } from './projection.js';
import { ToyLog } from './toy-log.fixture.js';
@Entity({ schema: 'read', name: 'p_household' })
@Index(['village'])
class H {
  @PrimaryColumn('text') stream: string;
  @Column('text') village: string;
  @Column('text') number: string;
  @Column('text') status: string;
  @Column('text') cause: string;
  @Column('integer') members: number;
  @Column('integer') income: number;
  @Column('date') since: string;
  @Column('text', { array: true }) other: string[];
  @Column('integer') revision: number;
  @Column('bigint') position: number;
  @Column('boolean') water: boolean;
}
@Entity({ schema: 'read', name: 'p_person' })
@Index(['citizen'])
class P {
  @PrimaryColumn('text') stream: string;
  @PrimaryColumn('integer') n: number;
  @Column('text') name: string;
  @Column('text') citizen: string;
  @Column('text') phone: string;
  @Column('text') relation: string;
  @Column('text') ethnic: string;
  @Column('text') schooling: string;
  @Column('text') health: string;
  @Column('text') labour: string;
  @Column('integer') months: number;
}
@Entity({ schema: 'read', name: 'p_journal' })
class J {
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('integer') n: number;
  @Column('text') stream: string;
  @Column('text') type: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('date') effectiveOn: string;
}
const db = await testDatabase({ migrations: [], entities: [H, P, J] }, { durable: process.argv[2] === 'durable' });
const log = new ToyLog();
const chapter = {
  initial: { people: 0, yuan: 0 },
  evolve: { Opened: (_: unknown, d: any) => ({ people: d.people, yuan: 0 }), Earned: (s: any, d: any) => ({ ...s, yuan: d.yuan }) },
};
const states = stateProjection({
  name: 'h',
  kind: 'family',
  chapter: chapter as never,
  tables: { h: H, p: P },
  rows: ({ state, entries, revision, position }: any) =>
    ({
      h: [
        {
          village: '610126100201',
          number: '6101261002',
          status: 'exited',
          cause: 'illness',
          members: state.people,
          income: state.yuan,
          since: entries[0].by.effectiveOn,
          other: ['a', 'b'],
          revision,
          position,
          water: true,
        },
      ],
      p: Array.from({ length: state.people }, (_, n) => ({
        n,
        name: '张三丰',
        citizen: '61012619800101123X',
        phone: '13912345678',
        relation: 'head',
        ethnic: 'han',
        schooling: 'junior',
        health: 'healthy',
        labour: 'ordinary',
        months: 7,
      })),
    }) as never,
});
const journal = journalProjection({
  name: 'j',
  table: J,
  rows: (e) => [{ stream: e.stream, type: e.type, recordedAt: e.recordedAt, effectiveOn: e.by.effectiveOn }],
});
const p = new Projector({ log, database: db.readModels, projections: [states, journal], onCondition: (c, e) => console.log(c, e ?? '') });
await p.start();
let people = 0;
for (let round = 0; round < 3; round++) {
  await p.stop();
  await db.pool.query('drop table read.p_household, read.p_person, read.p_journal, read.checkpoint, read.parked');
  log.entries.length = 0;
  (log as any).streams.clear();
  people = 0;
  await p.start();
  const cpu = process.cpuUsage();
  const t = performance.now();
  for (let i = 0; i < 13634; i++) {
    const size = i % 11 < 3 ? 3 : 4;
    people += size;
    log.say(i, { type: 'Opened', data: { people: size } });
  }
  await p.reached(log.entries.length, { timeoutMs: 60000 });
  console.log('import', people, ((performance.now() - t) / 1000).toFixed(2), 's, cpu', process.cpuUsage(cpu).user / 1e6);
}
let t = performance.now();
for (let i = 0; i < 13634; i++) log.say(i, { type: 'Earned', data: { yuan: i } });
await p.reached(log.entries.length, { timeoutMs: 60000 });
console.log('second entry each', ((performance.now() - t) / 1000).toFixed(2));
const lat: number[] = [];
for (let i = 0; i < 500; i++) {
  const s = performance.now();
  log.say(i, { type: 'Earned', data: { yuan: i } });
  await p.reached(log.entries.length, { timeoutMs: 1000 });
  lat.push(performance.now() - s);
}
lat.sort((a, b) => a - b);
console.log('single entry p50', lat[250]!.toFixed(2), 'p99', lat[495]!.toFixed(2));
console.log(JSON.stringify(await p.rebuild()), JSON.stringify(await p.rebuild(undefined, { compare: true })));
for (let r = 0; r < 10; r++) for (let i = 0; i < 13634; i++) log.say(i, { type: 'Earned', data: { yuan: i } });
t = performance.now();
await p.reached(log.entries.length, { timeoutMs: 60000 });
console.log('136,340 more', ((performance.now() - t) / 1000).toFixed(2), process.memoryUsage().rss / 1e6);
console.log(JSON.stringify(await p.rebuild()));
await p.stop();
await db.drop();
process.exit(0);
