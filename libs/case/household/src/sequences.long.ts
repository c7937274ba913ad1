import { anySequenceFolds } from './sequences.fixture.js';

anySequenceFolds(10_000);
