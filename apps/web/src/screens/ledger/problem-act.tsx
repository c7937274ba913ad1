import { Dropdown } from 'antd';
import { useState } from 'react';
import type { Asking } from '../../commands/command-form.js';
import type { Description } from '../../commands/description.js';
import { actsOn } from '../../commands/acts-on.js';
import { useMay } from '../../session/may.js';
import { useWords } from '../../words/words.js';
import type { ProblemLine } from './problem-line.js';

interface Concerned {
  readonly id: string;
  readonly village: string;
  readonly number: string;
  readonly status: ProblemLine['status'];
}
interface Parts {
  readonly problem: Concerned;
  readonly revision?: number | undefined;
  readonly onAct: (asking: Asking) => void;
}

/** What one may do about a problem as it stands: one main act, and the rest behind it. */
export function ProblemAct({ problem: { id, village, number, status }, revision, onAct }: Parts) {
  const t = useWords();
  const may = useMay();
  const [main, ...others] = actsOn(status, (wanted) => may(wanted, village));
  if (!main) return null;
  const ask = (description: Description) => onAct({ description, of: `/households/${id}`, fixed: { problem: number }, revision });
  return (
    <span className="acts">
      <button type="button" className="act" onClick={() => ask(main)}>
        {t(main.title)}
      </button>
      {others.length > 0 && <MoreActs label={t('problem.moreActs', { number })} acts={others} onAct={ask} />}
    </span>
  );
}

interface MoreParts {
  readonly label: string;
  readonly acts: readonly Description[];
  readonly onAct: (act: Description) => void;
}

/** The menu is made when it is asked for: a ledger has thousands of rows. */
function MoreActs({ label, acts, onAct }: MoreParts) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const button = (
    <button type="button" className="more" aria-label={label} aria-haspopup="menu" onClick={() => setAsked(true)}>
      <span aria-hidden>⋮</span>
    </button>
  );
  if (!asked) return button;
  const items = acts.map((act) => ({ key: act.path, label: t(act.title), onClick: () => onAct(act) }));
  return (
    <Dropdown trigger={['click']} open onOpenChange={setAsked} menu={{ items }} autoFocus>
      {button}
    </Dropdown>
  );
}
