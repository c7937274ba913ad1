import {
  type CalendarDate,
  calendarDateIn,
  countyZone,
  holderIn,
  householderIn,
  isAmendment,
  type Recorder,
  spokenOf,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { journalProjection } from '@lookback/log/read-model';
import { householderKey } from './actor-named.js';
import { JournalRow } from './journal.entity.js';
import { channelKey } from './recorder-named.js';

/** Every entry, by whom and of what. */
export const journal = journalProjection<JournalRow, never>({
  name: 'journal',
  table: JournalRow,
  rows: (entry) => [rowOf(entry)],
});

/** Field by field: a county's journal has millions of rows, and each spread of a part would cost as much as the rest. */
function rowOf(entry: Entry): Omit<JournalRow, 'position' | 'n'> {
  const { by, recordedAt } = entry;
  const { actedBy, recordedBy, effectiveOn } = by;
  return {
    id: entry.id,
    stream: entry.stream,
    revision: entry.revision,
    type: entry.type,
    effectiveOn,
    recordedAt,
    daysUntilRecorded: daysBetween(effectiveOn, dayOf(recordedAt)),
    mode: by.mode,
    actedBy: holderIn(actedBy)?.person ?? (householderIn(actedBy) ? householderKey : null),
    unit: holderIn(actedBy)?.unit ?? null,
    recordedBy: nameOf(recordedBy),
    recorder: ('account' in recordedBy && recordedBy.person) || null,
    correlation: by.correlationId ?? null,
    speaksOf: isAmendment(entry) ? spokenOf(entry) : null,
  };
}

const nameOf = (by: Recorder): string => ('account' in by ? by.account : 'channel' in by ? channelKey(by.channel) : by.process);

const dayOf = calendarDateIn(countyZone);
const dayMs = 24 * 60 * 60_000;
const daysBetween = (from: CalendarDate, to: CalendarDate): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
