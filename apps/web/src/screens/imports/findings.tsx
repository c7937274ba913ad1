import { useWords, type Words } from '../../i18n/words.js';
import type { Place, Report, RowPlace } from './report.js';
import './findings.css';

/** What a list says that somebody has to look into, though it was taken: each kind with how many there are, and where they stand. */
export function Findings({ report }: { readonly report: Report }) {
  const t = useWords();
  const {
    differing,
    differingSubjects,
    duplicates = 0,
    affiliationsDiffering = 0,
    namesSeveral = 0,
    headsDiffering = 0,
    rowsLater = 0,
    rowsAside,
    sheetsLeftOut,
  } = report;
  const together = (all: readonly (readonly Place[])[] = []) => all.map((places) => places.map((place) => placeOf(place, t)).join(' · '));
  const rowPlaces = (all: readonly RowPlace[] = []) => all.map((place) => t('imports.onSheet', { ...place }));
  const rowsOf = (rows: readonly number[]) => t('imports.inRows', { rows: rows.join('、') });
  return (
    <>
      <Finding
        said={t('imports.found.differing', { count: differing })}
        count={differing}
        places={differingSubjects.map(({ subject, rows }) => `${subject} ${rowsOf(rows)}`)}
      />
      <Finding said={t('imports.found.duplicates', { count: duplicates })} count={duplicates} places={together(report.duplicatePlaces)} />
      <Finding
        said={t('imports.found.affiliations', { count: affiliationsDiffering })}
        count={affiliationsDiffering}
        places={together(report.affiliationPlaces)}
      />
      <Finding said={t('imports.found.names', { count: namesSeveral })} count={namesSeveral} places={together(report.namePlaces)} />
      <Finding
        said={t('imports.found.heads', { count: headsDiffering })}
        count={headsDiffering}
        places={together(report.headPlaces?.map((place) => [place]))}
      />
      <Finding said={t('imports.found.later', { count: rowsLater })} count={rowsLater} places={rowPlaces(report.laterPlaces)} />
      <Finding said={t('imports.found.aside', { count: rowsAside })} count={rowsAside} places={rowPlaces(report.asidePlaces)} />
      <Finding
        said={t('imports.found.sheetsLeftOut', { count: sheetsLeftOut.length })}
        count={sheetsLeftOut.length}
        places={sheetsLeftOut.map(({ sheet, missing }) => t('imports.sheetLacks', { sheet, missing: missing.join('、') }))}
      />
    </>
  );
}

const placeOf = ({ household, row }: Place, t: Words): string =>
  row === undefined ? t('imports.onRecord', { household }) : t('imports.inRow', { household, row });

interface Props {
  readonly said: string;
  readonly count: number;
  /** The first of them. */
  readonly places: readonly string[];
}

function Finding({ said, count, places }: Props) {
  const t = useWords();
  if (count === 0) return null;
  return (
    <details className="finding">
      <summary>{said}</summary>
      <ul>
        {places.map((place, nth) => (
          <li key={nth}>{place}</li>
        ))}
      </ul>
      {count > places.length && <p className="hint">{t('imports.firstOf', { shown: places.length })}</p>}
    </details>
  );
}
