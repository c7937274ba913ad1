import { part } from '@lookback/office/desk';
import { helpers } from './helpers.projection.js';
import { household, slices } from './household.js';
import { households } from './household.projection.js';
import { problemReminders } from './problem-reminders.js';
import { householdProblems } from './problems.projection.js';

/** Households. */
export const householdPart = part({
  subject: household,
  called: { en: 'household', zh: '农户' },
  slices,
  models: (keys) => [households(keys), helpers, householdProblems],
  reminders: [problemReminders],
});
