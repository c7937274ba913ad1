import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** Fetches the rows that follow; undefined where there are none, or they are on their way. */
export const nextPage = ({
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
}: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>): (() => void) | undefined =>
  hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined;
