import { openSystem, type Settings } from '@lookback/application/system';
import type { BodyDigest, CommandKey, EventLog } from '@lookback/log/event-log';
import { streamOf } from '@lookback/office/desk';
import { type StandardName, standards, standardsEvents } from '@lookback/office/standards';

/** Has a standard hold in the whole nation from the first day. Straight into the log, as two persons of the office would adopt it. */
export async function adoptedFromTheFirst(log: EventLog, standard: StandardName, value: unknown): Promise<void> {
  const stream = streamOf(standards, 'CN');
  const adopted = standardsEvents.standardAdopted({ standard, value: value as never, proposal: null, document: null });
  const by = { effectiveOn: '2014-01-01', mode: 'act', recordedBy: { process: 'setup' }, reads: [], evidence: [], breaches: [] } as const;
  const expected = (await log.readStream(stream)).length;
  await log.append({ stream, expected, key: `spec/${standard}` as CommandKey, body: 'spec' as BodyDigest, by, events: [adopted] });
}

/**
 * Lets a spec's office tell as acts what happened years ago, so that a life can be told from its beginning: `report-late-days` as large
 * as it may be, from the first day.
 */
export const actsOfAnyDay = (log: EventLog): Promise<void> => adoptedFromTheFirst(log, 'report-late-days', { days: 36_500 });

/** The same on the premises of a server that runs in a process of its own. */
export async function actsOfAnyDayOn(settings: Settings): Promise<void> {
  const system = await openSystem(settings);
  await actsOfAnyDay(system.log);
  await system.close();
}
