import type { Field } from '../forms/field.js';
import { command } from './description.js';

const may = ['confirm'] as const;
const day = 'today';
const proposal: Field & { optional?: false } = { kind: 'line', label: 'field.proposal' };
const reason = { kind: 'words', label: 'field.reasonWords' } as const;
const leaveUnfitting = { kind: 'yes-no', label: 'field.leaveUnfitting', hint: 'hint.leaveUnfitting', optional: true } as const;

export const approveCorrection = command('ApproveCorrection', {
  path: 'approve-correction',
  title: 'command.approveCorrection',
  may,
  day,
  tellsWhatFollows: {},
  fields: { proposal, leaveUnfitting },
});
export const declineCorrection = command('DeclineCorrection', {
  path: 'decline-correction',
  title: 'command.declineCorrection',
  may,
  day,
  fields: { proposal, reason },
});
export const confirmReport = command('ConfirmReport', {
  path: 'confirm-report',
  title: 'command.confirmReport',
  may,
  day,
  tellsWhatFollows: {},
  fields: { proposal, leaveUnfitting },
});
export const declineReport = command('DeclineReport', {
  path: 'decline-report',
  title: 'command.declineReport',
  may,
  day,
  fields: { proposal, reason },
});
