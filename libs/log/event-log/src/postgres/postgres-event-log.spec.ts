import { eventLogContract } from '../event-log.contract.js';
import { openPostgres } from './postgres.contract.js';

eventLogContract('PostgreSQL', openPostgres);
