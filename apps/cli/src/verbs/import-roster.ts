import type { RosterReport } from '@lookback/paper/lists';
import { importVerb } from './import-list.js';

/** Takes the national registry's export over. */
export const importRosterVerb = importVerb<RosterReport>({
  subjects: 'households',
  take: (imports, bytes, taking) => imports.roster(bytes, taking),
  summary: ({ rows, households, people, accepted, refused, alreadyThere, differing, duplicates, entries, seconds }) =>
    `${rows} rows: ${households} households, ${people} people; ${accepted} accepted, ${refused} refused, ${alreadyThere} already there, ` +
    `${differing} differing, ${duplicates} numbers in two households; ${entries} entries in ${seconds} s`,
});
