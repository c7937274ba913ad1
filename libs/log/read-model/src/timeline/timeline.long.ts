import { describe, it } from '@jest/globals';
import { dayIn, histories } from '../../../../kernel/src/random-histories.fixture.js';
import { registersFollowBothClocks } from './timeline-law.fixture.js';
import { toyDrawing } from './toy-register.fixture.js';

describe('the rectangles of a register', () => {
  it('say at a hundred thousand points of random histories what the naive resolver says, without gap and overlap', () => {
    registersFollowBothClocks(2_500, { histories, drawings: [toyDrawing], from: dayIn(0), days: 13, positions: 90 });
  });
});
