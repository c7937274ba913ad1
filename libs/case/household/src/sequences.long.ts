import { anySequenceFolds } from './sequences.fixture.js';

anySequenceFolds(3_000);
