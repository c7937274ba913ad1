import { resolverEqualsTheNaiveOne } from './resolver-law.fixture.js';

resolverEqualsTheNaiveOne(10_000);
