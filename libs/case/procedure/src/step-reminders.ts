import { type CalendarDate, daysAfter } from '@lookback/kernel';
import type { AnySubject, DueReminder, Reminding } from '@lookback/office/desk';
import { Ladders } from './ladders.js';
import { type Ladder, ladderBegins, stepDue } from './reminder-ladder.js';
import type { RunLimitRow } from './run-limit.entity.js';
import { RunLimitQuery } from './run-limit.query.js';
import { SendStepReminder } from './step-reminder.commands.js';

/** The limits of the runs of a kind of subject, by the ladder of the county where each lies. */
export const stepReminders = (subject: AnySubject): Reminding =>
  async function* ({ database, standards }, today) {
    const ladders = new Ladders(standards, today);
    for await (const page of new RunLimitQuery(database).dueUpTo(subject.name, daysAfter(today, ladderBegins))) {
      const due = await Promise.all(page.map(async (limit) => dueOf(subject, limit, await ladders.find(limit.county), today)));
      yield due.flat();
    }
  };

function dueOf(
  subject: AnySubject,
  { stream, run, gate, ...limit }: RunLimitRow,
  ladder: Ladder | null,
  today: CalendarDate,
): DueReminder[] {
  const step = ladder && stepDue(limit, ladder, today);
  if (step === null) return [];
  return [
    {
      subject,
      id: stream.slice(subject.name.length + 1),
      command: SendStepReminder.from({ run, gate, step }),
      key: `reminder/${run}/${gate}/${limit.dueOn}/${String(step)}`,
    },
  ];
}
