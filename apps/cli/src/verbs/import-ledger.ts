import type { LedgerReport } from '@lookback/paper/lists';
import { importVerb } from './import-list.js';

/** Takes a problem-rectification ledger over. */
export const importLedgerVerb = importVerb<LedgerReport>({
  subjects: 'problems',
  take: (imports, bytes, taking) => imports.ledger(bytes, taking),
  summary: ({ stated, ...report }) =>
    `${report.rows} rows: ${report.problems} problems (${stated.cancelled} cancelled, ${stated['in-progress']} in progress, ` +
    `${stated['not-started']} not started); ${report.accepted} accepted, ${report.refused} refused, ${report.alreadyThere} already there, ` +
    `${report.differing} differing; ${report.officials} officials: ${report.officialsMatched} known by name and unit, ` +
    `${report.peopleRegistered} people and ${report.unitsRegistered} units registered; ${report.headsDiffering} heads called otherwise; ` +
    `${report.entries} entries in ${report.seconds} s`,
});
