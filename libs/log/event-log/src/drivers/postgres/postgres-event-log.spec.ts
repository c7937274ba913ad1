import { eventLogContract } from '../../contract/event-log-contract.fixture.js';
import { openPostgres } from './postgres.fixture.js';

eventLogContract('PostgreSQL', openPostgres);
