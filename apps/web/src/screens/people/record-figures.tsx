import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Figures } from '../../components/figures.js';
import { useWords } from '../../i18n/words.js';
import { countsOf } from '../register/register-queries.js';

interface Props {
  /** Of which moment everything is counted. */
  readonly asOf: Shapes['AsOfShown'];
  readonly past: boolean;
  readonly acts: Shapes['ActCounts'];
  readonly by: { readonly person: string } | { readonly unit: string };
}

/** What somebody, or a unit, did and answers for; each figure leads to what is behind it. */
export function RecordFigures({ acts, by, asOf, past }: Props) {
  const t = useWords();
  const then = { ...by, ...(past && { effectiveTo: asOf.at, known: asOf.known }) };
  const recorded = 'person' in by ? { ...then, part: 'recorded' } : then;
  const acted = 'person' in by ? { ...then, part: 'acted' } : then;
  const duties = { ...by, ...(past && { at: asOf.at, known: asOf.known }) };
  const problems = useQuery(countsOf('problems', ['overdue'], duties));
  return (
    <Answered of={problems} rows={1}>
      {({ total, counts }) => (
        <Figures>
          <Link to="/problems" search={duties} className="figure">
            <span className="figure-value">{total.rows}</span> {t('record.problems')}
          </Link>
          <Link to="/problems" search={{ ...duties, overdue: 'true' }} className="figure">
            <span className="figure-value">{counts.find(({ cells }) => cells['overdue']?.value === true)?.rows ?? 0}</span>{' '}
            {t('record.overdue')}
          </Link>
          <Link to="/entries" search={acted} className="figure">
            <span className="figure-value">{acts.acted}</span> {t('record.acted')}
          </Link>
          <Link to="/entries" search={recorded} className="figure">
            <span className="figure-value">{acts.recorded}</span> {t('record.recorded')}
          </Link>
          <Link to="/entries" search={{ ...acted, late: 'true' }} className="figure">
            <span className="figure-value">{acts.late}</span> {t('record.late')}
          </Link>
          <Link to="/entries" search={{ ...acted, reversed: 'true' }} className="figure">
            <span className="figure-value">{acts.reversed}</span> {t('record.reversed')}
          </Link>
        </Figures>
      )}
    </Answered>
  );
}
