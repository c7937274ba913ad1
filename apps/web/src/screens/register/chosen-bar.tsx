import { Button } from 'antd';
import { useState } from 'react';
import { useAsking } from '../../api/use-asking.js';
import type { Act } from '../../commands/act.js';
import { Failure } from '../../components/failure.js';
import { Progress } from '../../components/progress.js';
import { useWords } from '../../i18n/words.js';
import { type ChosenRows, useChosen } from './chosen-rows.js';
import { actsOnAll, type ListActs } from './list-acts.js';
import { ListCopy } from './list-copy.js';
import { everyRow, type ListQuery } from './register-queries.js';
import type { RegisterColumn } from './register-shapes.js';
import './chosen-bar.css';

/** As many rows as are chosen at once. */
const mostChosen = 5_000;

interface Props {
  readonly chosen: ChosenRows;
  readonly list: ListQuery;
  readonly total: number;
  readonly columns: readonly RegisterColumn[];
  readonly acts: ListActs | undefined;
  readonly onAct: (act: Act) => void;
}

/** What one may do with all the rows that are chosen; all that match are one step away. */
export function ChosenBar({ chosen, list, total, columns, acts, onAct }: Props) {
  const t = useWords();
  const rows = useChosen(chosen);
  const { ask, asking, failure, stop } = useAsking();
  const [come, setCome] = useState(0);
  if (rows.size === 0) return null;
  const most = Math.min(total, mostChosen);
  const all = () => void ask(async (signal) => chosen.add(await everyRow(list, mostChosen, signal, setCome)));
  const open = acts ? actsOnAll(acts, rows.values()) : [];
  return (
    <div className="chosen" role="group" aria-label={t('bulk.acts')}>
      <strong aria-live="polite">{t('list.chosen', { count: rows.size })}</strong>
      {rows.size < most && (
        <Button onClick={all} loading={asking}>
          {t(most < total ? 'list.chooseFirst' : 'list.chooseAll', { rows: most })}
        </Button>
      )}
      {asking && (
        <Progress label={t('list.come', { come, all: most })} done={come} all={most}>
          <Button size="small" onClick={stop}>
            {t('frame.stop')}
          </Button>
        </Progress>
      )}
      <ListCopy {...{ list, total, columns, rows }} />
      {acts && open.length === 0 && <span className="hint">{t('list.noAct')}</span>}
      {open.map((act) => (
        <Button key={act.path} onClick={() => onAct(act)}>
          {t.both(act.called)}
        </Button>
      ))}
      <Button type="link" onClick={chosen.clear}>
        {t('bulk.clear')}
      </Button>
      {failure !== undefined && <Failure error={failure} />}
    </div>
  );
}
