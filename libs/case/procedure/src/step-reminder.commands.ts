import type { GateKind } from '@lookback/office/standards';
import type { Run } from './run.codes.js';

/** Reminds those who have to pass a gate. Only the clock asks it. */
export class SendStepReminder {
  readonly run: Run;
  readonly gate: GateKind;
  /** Days before the limit; negative after it. */
  readonly step: number;

  static from(reminder: SendStepReminder): SendStepReminder {
    return Object.assign(new SendStepReminder(), reminder);
  }
}
