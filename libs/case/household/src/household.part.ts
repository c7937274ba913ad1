import { part } from '@lookback/office/desk';
import { helpersOfState } from './helpers.register.js';
import { household, slices } from './household.js';
import { householdsOfState, problemsOfState } from './households.register.js';
import { namesOf } from './name-index.register.js';
import { problemReminders } from './problem-reminders.js';

/** Households. */
export const householdPart = part({
  subject: household,
  called: { en: 'household', zh: '农户' },
  slices,
  registers: [householdsOfState, problemsOfState, helpersOfState],
  models: (keys) => [namesOf(keys.names)],
  reminders: [problemReminders],
});
