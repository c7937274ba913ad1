import { type CalendarDate, daysBetween } from '@lookback/kernel';
import type { ProblemStatus } from './rectification.codes.js';

/** Statuses of a problem that the responsible unit has not yet reported as put right: its limit runs. */
export const limitRuns: readonly ProblemStatus[] = [
  'not-started',
  'in-progress',
  'found',
  'handed-over',
  'accepted',
  'disputed',
  'returned',
  'reopened',
];

interface Limited {
  readonly status: ProblemStatus;
  readonly dueOn: CalendarDate | null;
}

/** Days to the limit, negative once it has passed; null where no limit runs. */
export const daysLeft = ({ status, dueOn }: Limited, today: CalendarDate): number | null =>
  dueOn === null || !limitRuns.includes(status) ? null : daysBetween(today, dueOn);

export const isOverdue = (problem: Limited, today: CalendarDate): boolean => (daysLeft(problem, today) ?? 0) < 0;
