import { anySequenceFolds } from './sequences.fixture.js';

anySequenceFolds(100);
