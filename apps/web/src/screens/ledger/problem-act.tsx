import { Dropdown } from 'antd';
import { useState } from 'react';
import type { Asking } from '../../commands/command-form.js';
import type { Description } from '../../commands/description.js';
import { useWords } from '../../i18n/words.js';
import './problem-act.css';

interface Concerned {
  readonly id: string;
  readonly number: string;
  readonly village: string;
}
interface Props {
  readonly problem: Concerned;
  readonly acts: readonly Description[];
  readonly revision?: number | undefined;
  readonly onAct: (asking: Asking) => void;
}

/** What one may do about a problem: one main act, and the rest behind it. */
export function ProblemAct({ problem: { id, number, village }, acts, revision, onAct }: Props) {
  const t = useWords();
  const [first] = acts;
  if (!first) return null;
  const main = first.aside ? undefined : first;
  const others = acts.filter((act) => act !== main);
  const ask = (description: Description) =>
    onAct({ description, of: `/households/${id}`, region: village, fixed: { problem: number }, revision });
  return (
    <span className="acts">
      {main && (
        <button type="button" className="act" onClick={() => ask(main)}>
          {t(main.title)}
        </button>
      )}
      {others.length > 0 && <MoreActs label={t('problem.moreActs', { number })} acts={others} onAct={ask} />}
    </span>
  );
}

interface MoreProps {
  readonly label: string;
  readonly acts: readonly Description[];
  readonly onAct: (act: Description) => void;
}

/** The menu is made when it is asked for: a ledger has thousands of rows. */
function MoreActs({ label, acts, onAct }: MoreProps) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const button = (
    <button type="button" className="more" aria-label={label} aria-haspopup="menu" onClick={() => setAsked(true)}>
      ⋮
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
