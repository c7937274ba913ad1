import { httpApp } from '../../apps/server/src/http-app.js';
import { settingsFrom } from '../../apps/server/src/settings.js';
import { openSystem } from '../../apps/server/src/system.js';

/** The server with a console from a folder. A process of its own: Jest cannot load what serves files. */
const [, , web = ''] = process.argv;
const app = await httpApp(await openSystem(settingsFrom(process.env)), { web });
await app.listen(0, '127.0.0.1');
process.stderr.write(`listens on ${await app.getUrl()}\n`);
