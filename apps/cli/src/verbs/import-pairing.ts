import type { PairingReport } from '@lookback/paper/lists';
import { importVerb } from './import-list.js';

/** Takes the list of who helps which household over. */
export const importPairingVerb = importVerb<PairingReport>({
  subjects: 'households',
  take: (imports, bytes, taking) => imports.pairing(bytes, taking),
  summary: (report) =>
    `${report.rows} rows: ${report.households} households, ${report.helpers} helpers; ${report.accepted} accepted, ${report.refused} refused, ` +
    `${report.alreadyThere} already there, ${report.differing} differing; ${report.peopleRegistered} people and ${report.unitsRegistered} units ` +
    `registered; contradictions: ${report.affiliationsDiffering} phones with several affiliations, ${report.namesSeveral} names of several ` +
    `helpers, ${report.headsDiffering} heads called otherwise; ${report.entries} entries in ${report.seconds} s`,
});
