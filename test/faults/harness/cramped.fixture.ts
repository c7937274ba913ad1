// A process of its own that keeps an embedded PostgreSQL running: begun under a limit on file sizes, it hands that on.
import { EmbeddedPostgres } from '@lookback/log/database';

const server = await EmbeddedPostgres.join(process.argv[2] ?? '');
process.stdout.write('joined\n');
process.stdin.on('end', () => void server.leave()).resume();
