import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { useWords } from '../../i18n/words.js';
import { DaysLeft, ProblemNumber, ProblemStatus } from '../ledger/problem-line.js';
import { TodayOnly } from './today-only.js';

interface Props {
  readonly by: { readonly person: string } | { readonly unit: string };
  readonly past: boolean;
}

/** The newest problems in which a person or a unit has a duty. */
export function DutyProblems({ by, past }: Props) {
  const t = useWords();
  const problems = useQuery({
    queryKey: ['duty problems', by],
    queryFn: ({ signal }) => answer(api.GET('/problems', { signal, params: { query: { ...by, limit: 20 } } })),
  });
  return (
    <section>
      <h2>
        {t('record.problems')} <TodayOnly past={past} />
      </h2>
      <Answered of={problems} rows={3}>
        {({ problems: some, next }) =>
          some.length === 0 ? (
            <Empty>{t('record.noProblem')}</Empty>
          ) : (
            <>
              <CardList>
                {some.map((problem) => (
                  <li key={`${problem.id} ${problem.number}`}>
                    <p>
                      <ProblemNumber problem={problem} /> <ProblemStatus status={problem.status} /> <DaysLeft {...problem} />
                    </p>
                    <p className="hint">
                      {t.listed(problem.classWords, problem.class)} · {problem.villageName ?? problem.village}
                    </p>
                  </li>
                ))}
              </CardList>
              {next !== null && (
                <Link to="/problems" search={by}>
                  {t('frame.all')}
                </Link>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}
