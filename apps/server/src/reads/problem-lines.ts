import { daysLeft, escalationProposed, isOverdue, type ProblemListed } from '@lookback/case/rectification';
import type { CalendarDate, Erased, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { EventLog } from '@lookback/log/event-log';
import type { StandardsInForce } from '@lookback/office/desk';
import { peopleNames, type RegionDirectory, unitNames } from '@lookback/office/registry';
import type { ById, ProblemLine } from '../http/rectification.dto.js';
import { Ladders } from './ladders.js';

interface Knows {
  readonly log: EventLog;
  readonly regions: RegionDirectory;
  readonly standards: StandardsInForce;
}

/** Lines of the ledger as they are shown on a day: with names, the days left, and what is proposed. */
export async function problemLines(
  listed: readonly ProblemListed[],
  today: CalendarDate,
  { log, regions, standards }: Knows,
): Promise<ProblemLine[]> {
  const present = <Id>(ids: readonly (Id | null)[]): Id[] => ids.filter((id) => id !== null);
  const [people, units] = await Promise.all([
    peopleNames(log, present(listed.flatMap(({ leader, staff }) => [leader, staff]))),
    unitNames(log, present(listed.map(({ unit }) => unit))),
  ]);
  const ladders = new Ladders(standards, today);
  const person = (id: PersonId | null) => byId(id, id && people.get(id));
  const unit = (id: UnitId | null) => byId(id, id && units.get(id));
  return Promise.all(
    listed.map(async ({ stream, limitSetOn, reportedBy: _by, lastStep: _step, ...line }) => {
      const ladder = isOverdue(line, today) ? await ladders.of(line.county) : null;
      return {
        ...line,
        ...subjectOf(stream),
        villageName: regions.newest.name(line.village satisfies RegionCode) ?? null,
        ...{ leader: person(line.leader), staff: person(line.staff), unit: unit(line.unit) },
        ...{ daysLeft: daysLeft(line, today), overdue: isOverdue(line, today) },
        escalation: ladder && escalationProposed({ ...line, limitSetOn }, ladder, today),
      };
    }),
  );
}

const byId = (id: string | null, name: string | Erased | null | undefined): ById | null =>
  id === null ? null : { id, name: typeof name === 'string' ? name : null };

function subjectOf(stream: string): { kind: string; id: string } {
  const at = stream.indexOf('-');
  return { kind: stream.slice(0, at), id: stream.slice(at + 1) };
}
