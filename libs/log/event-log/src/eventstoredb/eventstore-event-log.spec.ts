import { eventLogContract } from '../event-log.contract.js';
import { openOnEventStore, withEventStore } from './eventstore.fixture.js';

withEventStore('with a real server', () => { eventLogContract('EventStoreDB', openOnEventStore); }); // prettier-ignore
