import { Link } from '@tanstack/react-router';
import type { Shapes } from '../../api/ask.js';
import { Figures } from '../../components/figures.js';
import { useWords } from '../../i18n/words.js';
import { TodayOnly } from './today-only.js';

interface Props {
  /** Of which moment the acts are counted; problems are counted as of today. */
  readonly asOf: Shapes['AsOfShown'];
  readonly past: boolean;
  readonly acts: Shapes['ActCounts'];
  readonly problems: Shapes['DutyCounts'];
  readonly by: { readonly person: string } | { readonly unit: string };
}

/** What somebody, or a unit, did and answers for; each figure leads to what is behind it. */
export function RecordFigures({ acts, problems, by, asOf, past }: Props) {
  const t = useWords();
  const then = { ...by, ...(past && { effectiveTo: asOf.at, known: asOf.known }) };
  const recorded = 'person' in by ? { ...then, part: 'recorded' } : then;
  const acted = 'person' in by ? { ...then, part: 'acted' } : then;
  return (
    <Figures>
      <Link to="/problems" search={by} className="figure">
        <span className="figure-value">{problems.all}</span> {t('record.problems')} <TodayOnly past={past} />
      </Link>
      <Link to="/problems" search={{ ...by, overdue: 'true' }} className="figure">
        <span className="figure-value">{problems.overdue}</span> {t('record.overdue')} <TodayOnly past={past} />
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
  );
}
