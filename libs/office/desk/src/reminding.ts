import type { CalendarDate } from '@lookback/kernel';
import type { DataSource } from 'typeorm';
import type { StandardsInForce } from './ports.js';
import type { AddressedCommand } from './reaction.js';

/** A reminder that may be due: the rules of its command know, on the history itself. */
export interface DueReminder extends AddressedCommand {
  /** The same for the same step of the same limit: it is sent once, however often it is asked. */
  readonly key: string;
}

/** Where a part looks for what is due. */
export interface ReminderSources {
  readonly database: Pick<DataSource, 'query'>;
  readonly standards: StandardsInForce;
}

/** What a part has the clock remind of on a day, page by page. */
export type Reminding = (sources: ReminderSources, today: CalendarDate) => AsyncIterable<readonly DueReminder[]>;
