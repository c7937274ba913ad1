import type { ReactNode } from 'react';
import './marks/marks.css';
import './tag.css';

export type Tone = 'good' | 'waiting' | 'warning' | 'bad' | 'plain';

/** A state: colour, mark and word together, so that none of them has to be seen alone. The mark is drawn by the style: a ledger has thousands. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
