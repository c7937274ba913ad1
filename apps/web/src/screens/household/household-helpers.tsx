import { CardList } from '../../components/card-list.js';
import type { Fact } from '../../components/facts.js';
import { Period } from '../../components/period.js';
import { RecordLink } from '../../components/record-link.js';
import { WhyButton } from '../../components/why-button.js';
import { useWords } from '../../i18n/words.js';
import { type File, wordIn } from './file.js';

interface Props {
  readonly file: File;
  readonly onWhy: (fact: Fact) => void;
}

/** Who helps the household, and who has. */
export function HouseholdHelpers({ file, onWhy }: Props) {
  const { helpers, names } = file;
  const t = useWords();
  const called = (id: string) => (names as Readonly<Record<string, string>>)[id] ?? id.slice(0, 8);
  return (
    <section>
      <h2>
        {t('household.helpers')} <span className="count">{helpers.length}</span>
      </h2>
      {helpers.length === 0 && <p className="hint">{t('household.noHelper')}</p>}
      <CardList>
        {helpers.map(({ person, unit, rank, from, to }) => (
          <li key={`${person} ${from}`}>
            <p>
              <RecordLink to={`/people/${person}`}>{called(person)}</RecordLink> ·{' '}
              {wordIn(file, t, { list: 'helper-quotas', code: rank, on: from })}
            </p>
            <p>
              <RecordLink to={`/units/${unit}`}>{called(unit)}</RecordLink>
            </p>
            <p className="hint">
              <Period {...{ from, to }} />
            </p>
          </li>
        ))}
      </CardList>
      {helpers.length > 0 && (
        <WhyButton of={t('household.helpers')} onClick={() => onWhy({ field: 'helpers', label: t('household.helpers'), value: null })} />
      )}
    </section>
  );
}
