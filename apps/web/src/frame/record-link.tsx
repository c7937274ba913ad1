import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useCallback } from 'react';

type Records = 'households' | 'people' | 'units' | 'entries';

interface Props {
  readonly to: `/${Records}/${string}`;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to a file, a record or an entry. A plain anchor, which the frame follows: a ledger has thousands. */
export function RecordLink({ to, className, children }: Props) {
  return (
    <a href={to} className={className}>
      {children}
    </a>
  );
}

/** Follows the plain anchors within without loading the console again; one that is to open elsewhere is left to the browser. */
export function useFollowing(): (click: MouseEvent) => void {
  const router = useRouter();
  return useCallback(
    (click: MouseEvent) => {
      if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
      const anchor = (click.target as Element).closest('a');
      if (anchor?.origin !== location.origin || anchor.target !== '' || anchor.hasAttribute('download')) return;
      click.preventDefault();
      void router.navigate({ href: anchor.pathname + anchor.search + anchor.hash });
    },
    [router],
  );
}
