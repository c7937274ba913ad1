import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../../components/answered.js';
import { Figures } from '../../components/figures.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { changed, type ListAsked } from '../register/list-asked.js';
import { countsOf } from '../register/register-queries.js';
import type { RegisterCounts } from '../register/register-shapes.js';
import { type ProblemLine, ProblemStatus } from './problem-line.js';

const none = { status: undefined, overdue: undefined };
type Status = ProblemLine['status'];

interface Props {
  /** Which of them, by the columns of the ledger, and of which moment. */
  readonly within: ListAsked;
  /** What the ledger beside shows. */
  readonly shown?: ListAsked;
}

/** How many problems there are, by where they stand; each figure leads to its lines of the ledger, and is marked where those are shown. */
export function ProblemFigures({ within, shown }: Props) {
  const counts = useQuery(countsOf('problems', ['status', 'overdue'], within));
  const t = useWords();
  const to = (which: ListAsked) => ({
    ...({ to: '/problems', className: 'figure', search: shown ? changed(shown, { ...none, ...which }) : { ...within, ...which } } as const),
    activeOptions: { exact: true },
    ...(shown && shown['status'] === which['status'] && shown['overdue'] === which['overdue'] && { 'aria-current': 'true' as const }),
  });
  return (
    <Answered of={counts} rows={1}>
      {(said) => {
        const overdue = added(said.counts.filter(({ cells }) => cells['overdue']?.value === true));
        return (
          <Figures>
            <Link {...to({})}>
              <span className="figure-value">{said.total.rows.toLocaleString()}</span> {t('counts.problemsAll')}
            </Link>
            <Link {...to({ overdue: 'true' })}>
              <span className="figure-value">{overdue.toLocaleString()}</span>{' '}
              <Tag tone={overdue > 0 ? 'bad' : 'good'}>{t('counts.overdue')}</Tag>
            </Link>
            {statusesIn(said).map((status) => (
              <Link key={status} {...to({ status })}>
                <span className="figure-value">
                  {added(said.counts.filter(({ cells }) => cells['status']?.value === status)).toLocaleString()}
                </span>{' '}
                <ProblemStatus status={status} />
              </Link>
            ))}
          </Figures>
        );
      }}
    </Answered>
  );
}

const added = (counts: RegisterCounts['counts']): number => counts.reduce((sum, { rows }) => sum + rows, 0);
const statusesIn = ({ counts }: RegisterCounts): Status[] => [...new Set(counts.map(({ cells }) => cells['status']?.value as Status))];
