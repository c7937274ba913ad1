import type { ReactNode } from 'react';
import './progress.css';

interface Props {
  /** With counts. */
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how many there are. */
  readonly all: number | null;
  /** What can be done meanwhile, such as stopping it. */
  readonly children?: ReactNode;
}

/** Work that takes longer than a second: how much is done, of how much. */
export function Progress({ label, done, all, children }: Props) {
  return (
    <div className="progress">
      <progress aria-label={label} {...(all !== null && { value: done, max: Math.max(1, all) })} />
      <span>{label}</span>
      {children}
    </div>
  );
}
