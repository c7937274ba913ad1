import { ledgerOf } from '@lookback/case/rectification';
import { household } from './household.js';

/** The rectification ledger of households. */
export const householdProblems = ledgerOf({
  subject: household,
  problems: ({ rectification }) => rectification,
  place: ({ identification }) =>
    identification && {
      subjectNumber: identification.number,
      county: identification.county,
      township: identification.township,
      village: identification.village,
    },
});
