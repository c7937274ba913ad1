import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { dayOf } from '../../moment/day.js';
import { SubjectLink } from '../entries/subject-link.js';
import './tray.css';

/** What the desk asks of corrections, late reports and householders' requests. */
export const useProposals = () =>
  useQuery({
    queryKey: ['proposal-desk'],
    queryFn: ({ signal }) => answer(api.GET('/proposals/desk', { signal })),
    meta: { live: true },
  });

/** A pile of corrections and late reports; nothing where there is none. */
export const ProposalTray = ({ title, tray }: { readonly title: string; readonly tray: Shapes['ProposalTrayShown'] }) => (
  <Pile title={title} {...tray} told={tray.proposals.length}>
    {tray.proposals.map((line) => (
      <ProposalTask key={line.id} line={line} />
    ))}
  </Pile>
);

/** What householders ask to be put right; nothing where there is none. */
export function RequestTray({ tray }: { readonly tray: Shapes['CorrectionRequestTray'] }) {
  const t = useWords();
  return (
    <Pile title={t('desk.requests')} {...tray} told={tray.requests.length}>
      {tray.requests.map((line) => (
        <Task key={line.id} line={line} besides={t.both(line)}>
          <Due {...line} />
        </Task>
      ))}
    </Pile>
  );
}

interface Piled {
  readonly title: string;
  readonly count: number;
  readonly overdue: number;
  /** How many are told. */
  readonly told: number;
  readonly children: ReactNode;
}

function Pile({ title, count, overdue, told, children }: Piled) {
  const t = useWords();
  if (count === 0) return null;
  return (
    <section className="tray">
      <h2>
        {title} <span className="count">{count}</span>
        {overdue > 0 && <Tag tone="bad">{t('desk.late', { count: overdue })}</Tag>}
      </h2>
      <ul>{children}</ul>
      {told < count && <p className="hint">{t('desk.more', { shown: told })}</p>}
    </section>
  );
}

/** What is proposed, from which level it is answered, and the answer. It is answered on the file. */
function ProposalTask({ line }: { readonly line: Shapes['ProposalLine'] }) {
  const t = useWords();
  const { proposes, level, answered } = line;
  return (
    <Task
      line={line}
      besides={
        answered
          ? [answered.on, answered.by?.name, answered.unit?.name].filter(Boolean).join(' · ')
          : level && t('proposals.level', { level: t.code('level', level) })
      }
    >
      <Tag>{t.code('proposalKind', proposes)}</Tag>
      {answered ? (
        <Tag tone={answered.outcome === 'approved' ? 'good' : 'bad'}>{t.code('proposalOutcome', answered.outcome)}</Tag>
      ) : (
        <Due {...line} />
      )}
    </Task>
  );
}

function Due({ overdue, dueOn }: Pick<Shapes['CorrectionRequestLine'], 'overdue' | 'dueOn'>) {
  const t = useWords();
  return <Tag tone={overdue ? 'bad' : 'waiting'}>{t(overdue ? 'proposals.overdue' : 'proposals.due', { on: dueOn })}</Tag>;
}

interface TaskOf {
  readonly line: Shapes['CorrectionRequestLine'];
  readonly besides?: string | null;
  /** How it stands. */
  readonly children: ReactNode;
}

/** Which file and which of its entries it is about, and who asked when. */
function Task({ line, besides, children }: TaskOf) {
  const t = useWords();
  const { about, regionName, actedBy, recordedBy, recordedAt, position } = line;
  return (
    <li className="task">
      <div className="task-what">
        <strong>
          <SubjectLink entry={line} />
        </strong>
        {children}
      </div>
      <p>{[about && t.both(about), regionName].filter(Boolean).join(' · ')}</p>
      <p className="hint">
        {t('proposals.by', { on: dayOf(new Date(recordedAt)), who: t.both(actedBy ?? recordedBy) })}{' '}
        <RecordLink to={`/entries/${String(position)}`}>@{position}</RecordLink>
      </p>
      {besides && <p className="hint">{besides}</p>}
    </li>
  );
}
