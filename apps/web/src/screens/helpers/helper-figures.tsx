import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Figures } from '../../components/figures.js';
import { type Term, useWords } from '../../i18n/words.js';

/** Whether every household has a helper, and every helper enough households; those who fall short stand in a list. */
export function HelperFigures({ region }: { readonly region?: string | undefined }) {
  const t = useWords();
  const within = region === undefined ? {} : { region };
  const counts = useQuery({
    queryKey: ['helper counts', region ?? null],
    queryFn: ({ signal }) => answer(api.GET('/helpers/counts', { signal, params: { query: within } })),
    meta: { live: true },
  });
  const figure = (value: number, term: Term) => (
    <div className="figure">
      <span className="figure-value">{value.toLocaleString()}</span> {t(term)}
    </div>
  );
  return (
    <section>
      <h2>{t('helpers.title')}</h2>
      <Answered of={counts} rows={1}>
        {({ withHelper, withoutHelper, helpers }) => (
          <Figures>
            {figure(withHelper, 'helpers.withHelper')}
            {figure(withoutHelper, 'helpers.withoutHelper')}
            {figure(helpers, 'helpers.helpers')}
            {(['under-quota', 'without-post'] as const).map((list) => (
              <Link key={list} to="/helpers" search={{ ...within, list }} className="button-link">
                {t(`helpers.${list}`)}
              </Link>
            ))}
          </Figures>
        )}
      </Answered>
    </section>
  );
}
