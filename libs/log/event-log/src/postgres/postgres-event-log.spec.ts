import { eventLogContract } from '../event-log.contract.js';
import { openPostgres } from './postgres.fixture.js';

eventLogContract('PostgreSQL', openPostgres);
