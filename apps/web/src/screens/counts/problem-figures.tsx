import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../frame/answered.js';
import { Tag } from '../../frame/tag.js';
import { useWords } from '../../words/words.js';
import { ProblemStatus } from '../ledger/problem-line.js';
import type { ProblemLine } from '../ledger/problem-line.js';

/** Problems of the region, by where they stand; each figure leads to its lines of the ledger. */
export function ProblemFigures({ region }: { readonly region?: string | undefined }) {
  const t = useWords();
  const within = region === undefined ? {} : { region };
  const counts = useQuery({
    queryKey: ['problem counts', region ?? null],
    queryFn: () => answer(api.GET('/problems/counts', { params: { query: within } })),
  });
  return (
    <section>
      <h2>{t('counts.problems')}</h2>
      <Answered of={counts} rows={3}>
        {({ problems, overdue, byStatus }) => (
          <div className="figures">
            <Link to="/problems" search={within} className="figure">
              <span className="figure-value">{problems}</span> {t('counts.problemsAll')}
            </Link>
            <Link to="/problems" search={{ ...within, overdue: 'true' }} className="figure">
              <span className="figure-value">{overdue}</span> <Tag tone={overdue > 0 ? 'bad' : 'good'}>{t('counts.overdue')}</Tag>
            </Link>
            {byStatus.map(({ key, problems: some }) => (
              <Link key={key ?? ''} to="/problems" search={{ ...within, ...(key && { status: key }) }} className="figure">
                <span className="figure-value">{some}</span> <ProblemStatus status={key as ProblemLine['status']} />
              </Link>
            ))}
          </div>
        )}
      </Answered>
    </section>
  );
}
