import { describe } from '@jest/globals';
import { withEventStore } from '../drivers/eventstoredb/eventstore.fixture.js';
import { saysTheSameAfterCopies } from './amended.fixture.js';

const size = { streams: 100, entries: 100 };

describe('a long log of corrections and reports that is copied into another database', () => {
  saysTheSameAfterCopies(size, 'PostgreSQL');
});

withEventStore('a long log of corrections and reports that is copied to EventStoreDB and back', () => {
  saysTheSameAfterCopies(size, 'EventStoreDB');
});
