import { openSystem, productParts, settingsFrom } from '@lookback/application/system';
import { Parts } from '@lookback/office/desk';
import { httpApp } from '../../apps/server/src/http-app.js';
import { toys } from './toys/toys.js';

/** The server with a console from a folder, and with some toys. A process of its own: Jest cannot load what serves files. */
const [, , web = '', ...names] = process.argv;
const more = toys.filter(({ kind }) => names.includes(kind));
const system = await openSystem(settingsFrom(process.env), { parts: new Parts([...productParts, ...more]) });
const app = await httpApp(system, { web });
await system.projector.start();
await app.listen(0, '127.0.0.1');
process.stderr.write(`listens on ${await app.getUrl()}\n`);
