import type { Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import { Tag, type Tone } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';

export type ProblemLine = Shapes['ProblemLine'];

const tones: Partial<Record<ProblemLine['status'], Tone>> = {
  cancelled: 'good',
  verified: 'good',
  returned: 'bad',
  disputed: 'bad',
  reopened: 'bad',
  found: 'warning',
};

export function ProblemStatus({ status }: Pick<ProblemLine, 'status'>) {
  const t = useWords();
  return <Tag tone={tones[status] ?? 'waiting'}>{t.code('problemStatus', status)}</Tag>;
}

/** Days to the limit, or by how many it has passed. */
export function DaysLeft({ daysLeft, overdue, dueOn }: Pick<ProblemLine, 'daysLeft' | 'overdue' | 'dueOn'>) {
  const t = useWords();
  if (dueOn === null) return <>—</>;
  if (daysLeft === null) return <>{t('problem.dueOn', { on: dueOn })}</>;
  if (overdue) return <Tag tone="bad">{t('problem.overdue', { days: -daysLeft })}</Tag>;
  return (
    <Tag tone={daysLeft <= 3 ? 'warning' : 'waiting'}>
      {daysLeft === 0 ? t('problem.dueToday') : t('problem.daysLeft', { days: daysLeft })}
    </Tag>
  );
}

/** The problem's number: it leads to the file of whom it concerns. */
export function ProblemNumber({ problem }: { readonly problem: ProblemLine }) {
  return <RecordLink to={`/households/${problem.id}#problem-${problem.number}`}>{problem.number}</RecordLink>;
}

/** Leader, unit and staff, as the ledger names them. */
export function Duties({ leader, unit, staff }: Pick<ProblemLine, 'leader' | 'unit' | 'staff'>) {
  const person = (one: ProblemLine['leader']) => one && <RecordLink to={`/people/${one.id}`}>{one.name ?? one.id.slice(0, 8)}</RecordLink>;
  return (
    <>
      {person(leader) ?? '—'} · {unit ? <RecordLink to={`/units/${unit.id}`}>{unit.name ?? unit.id.slice(0, 8)}</RecordLink> : '—'} ·{' '}
      {person(staff) ?? '—'}
    </>
  );
}
