// The server on a machine whose clock somebody sets: at SIGUSR2 the time of day jumps, and what only counts on does not.
import { serve } from '../../apps/server/src/serve.js';

const ofTheMachine = Date.now;
let ahead = 0;
Date.now = () => ofTheMachine() + ahead;
process.on('SIGUSR2', () => (ahead += 10 * 60_000));
await serve();
