import { describe, it } from '@jest/globals';
import { type Chapter, type EventOf, Quoted, Sealed } from '@lookback/kernel';
import { registersFollowBothClocks } from '../../../log/read-model/src/timeline/timeline-law.fixture.js';
import { householdPart } from './household.part.js';
import { household } from './household.js';
import { first } from './random-commands.fixture.js';
import { sequences } from './sequences.fixture.js';

const drawings = householdPart.registers.map((source) => ({ chapter: household as unknown as Chapter<unknown, EventOf>, source }));

/** The same, with boxes of its own: as the log gives it back. */
function boxed(said: unknown): unknown {
  if (said instanceof Sealed) return new Sealed(said.owner, said.value);
  if (said instanceof Quoted) return new Quoted({ ...said.event, data: boxed(said.event.data) });
  if (Array.isArray(said)) return said.map(boxed);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, part]) => [name, boxed(part)]));
}
const histories = sequences.map((entries) => entries.map((entry) => ({ ...entry, data: boxed(entry.data) })));

describe('the registers of households', () => {
  it('say at two thousand points of random histories what the naive resolver says: what they read is all that their rows look at', () => {
    registersFollowBothClocks(50, { histories, drawings, from: first, days: 31, positions: 42 });
  });
});
