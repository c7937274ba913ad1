// Run as a process of its own, to be killed: projects a long log and tells when it is under way.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Projector } from '../following/projector.js';
import { earnings, families, longLog, toyEntities } from './toy.fixture.js';
import { ToyLog } from './toy-log.fixture.js';

const [, , url = '', entries = ''] = process.argv;
const database = await new DataSource({
  type: 'postgres',
  url,
  schema: 'read',
  entities: toyEntities,
  installExtensions: false,
}).initialize();
const log = new ToyLog();
const projector = new Projector({ log, database, projections: [families(), earnings] });
await projector.start();
longLog(Number(entries), log);
await projector.reached(4_000, { timeoutMs: 30_000 });
console.log('under way');
