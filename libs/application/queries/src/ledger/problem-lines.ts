import { daysLeft, escalationProposed, isOverdue, type ProblemListed } from '@lookback/case/rectification';
import { fileCodeOf } from '@lookback/case/identification';
import type { CalendarDate } from '@lookback/kernel';
import type { StandardsInForce } from '@lookback/office/desk';
import type { ListsFromLog } from '@lookback/office/standards';
import type { ById, ProblemLine } from './rectification.dto.js';
import type { NameDirectory } from '../names/name-directory.js';
import { Ladders } from '@lookback/case/procedure';

interface Knows {
  readonly words: ListsFromLog;
  readonly names: NameDirectory;
  readonly standards: StandardsInForce;
}

/** Lines of the ledger as they are shown on a day: with names, the days left, and what is proposed. */
export async function problemLines(
  listed: readonly ProblemListed[],
  today: CalendarDate,
  { names, standards, words }: Knows,
): Promise<ProblemLine[]> {
  const called = await names.load({
    people: listed.flatMap(({ leader, staff }) => [leader, staff]),
    units: listed.map(({ unit }) => unit),
  });
  const wordOf = await words.words(listed.map(({ county }) => county));
  const ladders = new Ladders(standards, today);
  const person = (id: string | null): ById | null => (id === null ? null : { id, name: called.official(id) });
  const unit = (id: string | null): ById | null => (id === null ? null : { id, name: called.unit(id) });
  return Promise.all(
    listed.map(async ({ stream, limitSetOn, reportedBy: _by, lastStep: _step, codedOn, ...line }) => {
      const ladder = isOverdue(line, today) ? await ladders.find(line.county) : null;
      return {
        ...line,
        ...subjectOf(stream),
        classWords: wordOf('problem-classes', line.class, { region: line.county, on: codedOn }),
        sourceWords: wordOf('problem-sources', line.source, { region: line.county, on: codedOn }),
        villageName: called.region(line.village),
        leader: person(line.leader),
        staff: person(line.staff),
        unit: unit(line.unit),
        daysLeft: daysLeft(line, today),
        overdue: isOverdue(line, today),
        escalation: ladder && escalationProposed({ ...line, limitSetOn }, ladder, today),
      };
    }),
  );
}

function subjectOf(stream: string): { kind: string; id: string; fileCode: string } {
  const at = stream.indexOf('-');
  const id = stream.slice(at + 1);
  return { kind: stream.slice(0, at), id, fileCode: fileCodeOf(id) };
}
