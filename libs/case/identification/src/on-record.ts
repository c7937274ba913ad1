import { refuse } from './identification.rules.js';
import type { Identification, Identified } from './identification.state.js';

/** The household that a command speaks of. Throws a Refusal where none is on record. */
export const onRecord = (household: Identification): Identified => household ?? refuse('identification.household-absent');
