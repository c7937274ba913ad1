import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useCallback } from 'react';

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
