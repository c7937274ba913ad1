import { setImmediate as turn } from 'node:timers/promises';

/** How many are made before whatever else waits has its turn: some milliseconds' worth. */
const atOnce = 200;

/**
 * What is made of each of many, in their order. In between answers are sent, and bytes that are on their way to or from the database go
 * on: whoever works through a whole log neither keeps others waiting nor waits for what he kept from coming.
 */
export async function mapYielding<One, Made>(all: readonly One[], make: (one: One, i: number) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const [i, one] of all.entries()) {
    if (i > 0 && i % atOnce === 0) await turn();
    made.push(make(one, i));
  }
  return made;
}
