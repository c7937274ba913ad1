import { eventLogContract } from '../../contract/event-log-contract.fixture.js';
import { openOnEventStore, withEventStore } from './eventstore.fixture.js';

withEventStore('with a real server', () => { eventLogContract('EventStoreDB', openOnEventStore); }); // prettier-ignore
