import type { ProblemNumber } from './rectification.codes.js';

/** Reminds those who have the duty. Only the clock asks it. */
export class SendReminder {
  readonly problem: ProblemNumber;
  /** Days before the limit; negative after it. */
  readonly step: number;

  static from(reminder: SendReminder): SendReminder {
    return Object.assign(new SendReminder(), reminder);
  }
}
