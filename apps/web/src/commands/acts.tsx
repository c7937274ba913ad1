import { Dropdown } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import type { Act } from './act.js';
import './acts.css';

interface Props {
  /** The first is the main one, unless it stands aside. */
  readonly acts: readonly Act[];
  /** What the others are called together. */
  readonly more: string;
  readonly onAct: (act: Act) => void;
}

/** What one may do about something in a list: one main act, and the rest behind it. */
export function Acts({ acts, more, onAct }: Props) {
  const t = useWords();
  const [first] = acts;
  if (!first) return null;
  const main = first.aside ? undefined : first;
  const others = acts.filter((act) => act !== main);
  return (
    <span className="acts">
      {main && (
        <button type="button" className="act" onClick={() => onAct(main)}>
          {t.both(main.called)}
        </button>
      )}
      {others.length > 0 && <MoreActs label={more} acts={others} onAct={onAct} />}
    </span>
  );
}

interface MoreProps {
  readonly label: string;
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
}

/** The menu is made when it is asked for: a list has hundreds of rows. */
function MoreActs({ label, acts, onAct }: MoreProps) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const button = (
    <button type="button" className="more" aria-label={label} aria-haspopup="menu" onClick={() => setAsked(true)}>
      ⋮
    </button>
  );
  if (!asked) return button;
  const items = acts.map((act) => ({ key: act.path, label: t.both(act.called), onClick: () => onAct(act) }));
  return (
    <Dropdown trigger={['click']} open onOpenChange={setAsked} menu={{ items }} autoFocus>
      {button}
    </Dropdown>
  );
}
