import { Button } from 'antd';
import type { Description } from '../../commands/description.js';
import { useActions } from '../../commands/use-actions.js';
import { useWords } from '../../i18n/words.js';
import type { ProblemLine } from './problem-line.js';
import './chosen.css';

interface Props {
  readonly problems: readonly ProblemLine[];
  readonly onAct: (act: Description) => void;
  readonly onClear: () => void;
}

/** What one may do with all the problems that are chosen, in one go. */
export function Chosen({ problems, onAct, onClear }: Props) {
  const t = useWords();
  const [first, ...others] = problems.map(useActions());
  const acts = (first ?? []).filter((act) => act.single !== true && others.every((open) => open.includes(act)));
  return (
    <div className="chosen" role="group" aria-label={t('bulk.acts')}>
      <strong aria-live="polite">{t('bulk.chosen', { count: problems.length })}</strong>
      {acts.length === 0 && <span className="hint">{t('bulk.noAct')}</span>}
      {acts.map((act) => (
        <Button key={act.path} onClick={() => onAct(act)}>
          {t(act.title)}
        </Button>
      ))}
      <Button type="link" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}
