import type { Recorder } from '@lookback/kernel';
import { journalProjection } from '@lookback/log/read-model';
import { JournalRow } from './journal.entity.js';

/** Every entry, by whom and of what. */
export const journal = journalProjection<JournalRow, never>({
  name: 'journal',
  table: JournalRow,
  rows: ({ stream, revision, type, by, recordedAt }) => [
    {
      ...{ stream, revision, type, recordedAt, effectiveOn: by.effectiveOn, mode: by.mode },
      ...{ actedBy: by.actedBy?.person ?? null, unit: by.actedBy?.unit ?? null, recordedBy: recorder(by.recordedBy) },
    },
  ],
});

const recorder = (by: Recorder): string => ('account' in by ? by.account : 'channel' in by ? by.channel : by.process);
