import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Figures } from '../../components/figures.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { changed, type ListAsked } from '../register/list-asked.js';
import { inWorkbook } from './ledger-workbook.js';
import { type ProblemLine, ProblemStatus } from './problem-line.js';

const none = { status: undefined, overdue: undefined };

interface Props {
  /** Which of them, by the columns of the ledger. */
  readonly within: ListAsked;
  /** What the ledger beside shows. */
  readonly shown?: ListAsked;
}

/** How many problems there are, by where they stand; each figure leads to its lines of the ledger, and is marked where those are shown. */
export function ProblemFigures({ within, shown }: Props) {
  const asked = inWorkbook(within);
  const counts = useQuery({
    queryKey: ['problem counts', asked],
    queryFn: ({ signal }) => answer(api.GET('/problems/counts', { signal, params: { query: { ...(asked as object) } } })),
    meta: { live: true },
    enabled: asked !== undefined,
  });
  const t = useWords();
  const to = (which: ListAsked) => ({
    ...({ to: '/problems', className: 'figure', search: shown ? changed(shown, { ...none, ...which }) : { ...within, ...which } } as const),
    activeOptions: { exact: true },
    ...(shown && shown['status'] === which['status'] && shown['overdue'] === which['overdue'] && { 'aria-current': 'true' as const }),
  });
  if (asked === undefined) return null;
  return (
    <Answered of={counts} rows={1}>
      {({ problems, overdue, byStatus }) => (
        <Figures>
          <Link {...to({})}>
            <span className="figure-value">{problems.toLocaleString()}</span> {t('counts.problemsAll')}
          </Link>
          <Link {...to({ overdue: 'true' })}>
            <span className="figure-value">{overdue.toLocaleString()}</span>{' '}
            <Tag tone={overdue > 0 ? 'bad' : 'good'}>{t('counts.overdue')}</Tag>
          </Link>
          {byStatus.map(({ key, problems: some }) => (
            <Link key={key ?? ''} {...to(key === null ? {} : { status: key })}>
              <span className="figure-value">{some.toLocaleString()}</span> <ProblemStatus status={key as ProblemLine['status']} />
            </Link>
          ))}
        </Figures>
      )}
    </Answered>
  );
}
