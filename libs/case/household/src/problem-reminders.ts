import { type Ladder, ladderBegins, Ladders } from '@lookback/case/procedure';
import { LedgerQuery, type ProblemListed, reminderDue, SendReminder } from '@lookback/case/rectification';
import { type CalendarDate, daysAfter } from '@lookback/kernel';
import { anySubject, type DueReminder, type Reminding } from '@lookback/office/desk';
import { household } from './household.js';

/** The limits of problems: the ledger says who may have to be reminded, by the ladder of the county. */
export const problemReminders: Reminding = async function* ({ database, standards }, today) {
  const ladders = new Ladders(standards, today);
  for await (const page of new LedgerQuery(database).remindable(daysAfter(today, ladderBegins))) {
    const due = await Promise.all(page.map(async (problem) => dueOf(problem, await ladders.find(problem.county), today)));
    yield due.flat();
  }
};

function dueOf(problem: ProblemListed, ladder: Ladder | null, today: CalendarDate): DueReminder[] {
  const { stream, number, status, dueOn, limitSetOn, lastStep } = problem;
  const due = ladder && reminderDue({ status, dueOn, limitSetOn, lastStep, duties: problem }, ladder, today);
  if (!due) return [];
  return [
    {
      subject: anySubject(household),
      id: stream.slice(household.name.length + 1),
      command: SendReminder.from({ problem: number, step: due.step }),
      key: `reminder/${number}/${String(due.step)}/${today}`,
    },
  ];
}
