import type { Field } from '../forms/field.js';
import { command } from './description.js';

const proposal: Field & { optional?: false } = { kind: 'line', label: 'field.proposal' };
const reason = { kind: 'words', label: 'field.reasonWords' } as const;
const leaveUnfitting = { kind: 'yes-no', label: 'field.leaveUnfitting', hint: 'hint.leaveUnfitting', optional: true } as const;

const answer = { may: ['confirm'], day: 'today' } as const;
const agrees = { ...answer, tellsWhatFollows: {}, fields: { proposal, leaveUnfitting } } as const;
const declines = { ...answer, fields: { proposal, reason } } as const;

export const approveCorrection = command('ApproveCorrection', {
  path: 'approve-correction',
  title: 'command.approveCorrection',
  ...agrees,
});
export const declineCorrection = command('DeclineCorrection', {
  path: 'decline-correction',
  title: 'command.declineCorrection',
  ...declines,
});
export const confirmReport = command('ConfirmReport', { path: 'confirm-report', title: 'command.confirmReport', ...agrees });
export const declineReport = command('DeclineReport', { path: 'decline-report', title: 'command.declineReport', ...declines });
