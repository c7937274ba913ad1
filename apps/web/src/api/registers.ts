import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './ask.js';

/** The registers that the account may read, with their columns; they change with the release alone. */
export const registers = queryOptions({
  queryKey: ['registers'],
  queryFn: ({ signal }) => answer(api.GET('/registers', { signal })),
  staleTime: Infinity,
});
