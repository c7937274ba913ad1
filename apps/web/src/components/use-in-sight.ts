import { type RefObject, useEffect, useState } from 'react';

/** Whether something has come into sight, or near it; from then on it counts as seen. */
export function useInSight(place: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !place.current) return;
    const watcher = new IntersectionObserver((met) => met.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: '300px',
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [seen, place]);
  return seen;
}
