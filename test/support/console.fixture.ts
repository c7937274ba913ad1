import { httpApp } from '../../apps/server/src/http-app.js';
import { openSystem, settingsFrom } from '@lookback/application/system';

/** The server with a console from a folder. A process of its own: Jest cannot load what serves files. */
const [, , web = ''] = process.argv;
const system = await openSystem(settingsFrom(process.env));
const app = await httpApp(system, { web });
await system.projector.start();
await app.listen(0, '127.0.0.1');
process.stderr.write(`listens on ${await app.getUrl()}\n`);
