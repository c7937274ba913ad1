import { type CalendarDate, type EventOf, type Owner, Quoted, sealedTo, fourEyesEvents } from '@lookback/kernel';
import type { BodyDigest, CommandKey, EventLog } from '@lookback/log/event-log';
import { v4 as fresh } from 'uuid';

/**
 * Has the first entry of a type in a stream corrected: proposed, and approved. Straight into the log, as long as there is no
 * command that asks for it.
 */
export async function correct(log: EventLog, name: string, type: string, effectiveOn: string, event: EventOf): Promise<void> {
  const stream = name as Parameters<EventLog['readStream']>[0];
  const wrong = (await log.readStream(stream)).find((entry) => entry.type === type);
  if (!wrong) throw new Error(`${name} holds no ${type}`);
  const wanted = { event: new Quoted(event), effectiveOn: effectiveOn as CalendarDate, authority: null, evidence: [] };
  const reason = sealedTo(name as Owner)('填报有误');
  const proposal = await appended(
    log,
    stream,
    fourEyesEvents.correctionProposed({
      original: wrong.id,
      supersedes: wrong.id,
      wanted,
      reason,
      answer: { dueOn: '2019-01-15', level: null },
    }),
  );
  await appended(log, stream, fourEyesEvents.entryCorrected({ proposal }));
}

async function appended(log: EventLog, stream: Parameters<EventLog['readStream']>[0], event: EventOf) {
  const expected = (await log.readStream(stream)).length;
  const by = { effectiveOn: '2019-01-01', mode: 'act', recordedBy: { process: 'setup' }, reads: [], evidence: [], breaches: [] } as const;
  await log.append({ stream, expected, key: `spec/${fresh()}` as CommandKey, body: 'spec' as BodyDigest, by, events: [event] });
  const [entry] = await log.readStream(stream, { from: expected + 1 });
  if (!entry) throw new Error(`${stream} did not take the ${event.type}`);
  return entry.id;
}
