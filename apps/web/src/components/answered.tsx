import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import { Waiting } from './waiting.js';

interface Props<T> {
  readonly of: UseQueryResult<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for: its shape while it comes, why it does not come, or itself. What came before a lost connection stays. */
export function Answered<T>({ of: { data, error, refetch }, rows = 6, children }: Props<T>) {
  return (
    <>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {data === undefined ? !error && <Waiting rows={rows} /> : children(data)}
    </>
  );
}
