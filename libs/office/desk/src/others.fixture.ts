import type { OtherSubjects } from './ports.js';

/** No other subject is on record. */
export const noOthers: OtherSubjects = { find: () => Promise.resolve([]) };
