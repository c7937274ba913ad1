import { useQuery } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { dayOf } from '../../moment/day.js';
import { SubjectLink } from '../entries/subject-link.js';
import './tray.css';

/** What the desk asks of corrections and late reports. */
export const useProposals = () =>
  useQuery({
    queryKey: ['proposal-desk'],
    queryFn: ({ signal }) => answer(api.GET('/proposals/desk', { signal })),
    meta: { live: true },
  });

/** A pile of corrections and late reports; nothing where there is none. */
export function ProposalTray({ title, tray }: { readonly title: string; readonly tray: Shapes['ProposalTrayShown'] }) {
  const t = useWords();
  if (tray.count === 0) return null;
  return (
    <section className="tray">
      <h2>
        {title} <span className="count">{tray.count}</span>
        {tray.overdue > 0 && <Tag tone="bad">{t('desk.late', { count: tray.overdue })}</Tag>}
      </h2>
      <ul>
        {tray.proposals.map((line) => (
          <ProposalTask key={line.id} line={line} />
        ))}
      </ul>
      {tray.proposals.length < tray.count && <p className="hint">{t('desk.more', { shown: tray.proposals.length })}</p>}
    </section>
  );
}

/** What is proposed about which file, by whom, and by when it is answered, or was. It is answered on the file. */
function ProposalTask({ line }: { readonly line: Shapes['ProposalLine'] }) {
  const t = useWords();
  const { proposes, about, dueOn, overdue, level, answered, actedBy, recordedBy, recordedAt, position, regionName } = line;
  return (
    <li className="task">
      <div className="task-what">
        <strong>
          <SubjectLink entry={line} />
        </strong>
        <Tag>{t.code('proposalKind', proposes)}</Tag>
        {answered ? (
          <Tag tone={answered.outcome === 'approved' ? 'good' : 'bad'}>{t.code('proposalOutcome', answered.outcome)}</Tag>
        ) : (
          <Tag tone={overdue ? 'bad' : 'waiting'}>{t(overdue ? 'proposals.overdue' : 'proposals.due', { on: dueOn })}</Tag>
        )}
      </div>
      <p>{[about && t.both(about), regionName].filter(Boolean).join(' · ')}</p>
      <p className="hint">
        {t('proposals.by', { on: dayOf(new Date(recordedAt)), who: whoIn(actedBy ?? recordedBy) || t.both(recordedBy) })}{' '}
        <RecordLink to={`/entries/${String(position)}`}>@{position}</RecordLink>
      </p>
      {answered && <p className="hint">{[answered.on, answered.by?.name, answered.unit?.name].filter(Boolean).join(' · ')}</p>}
      {!answered && level && <p className="hint">{t('proposals.level', { level: t.code('level', level) })}</p>}
    </li>
  );
}

const whoIn = ({ name, unitName }: { readonly name: string | null; readonly unitName: string | null }): string =>
  [name, unitName].filter(Boolean).join(' · ');
