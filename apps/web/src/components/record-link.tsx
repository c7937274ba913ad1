import type { ReactNode } from 'react';

type Records = 'households' | 'people' | 'units' | 'entries' | 'accounts' | 'standards' | 'regions';

interface Props {
  readonly to: `/${Records}/${string}`;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to a file, a record or an entry. A plain anchor, which the shell follows: a ledger has thousands. */
export function RecordLink({ to, className, children }: Props) {
  return (
    <a href={to} className={className}>
      {children}
    </a>
  );
}
