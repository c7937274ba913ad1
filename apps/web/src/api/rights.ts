import { useQuery } from '@tanstack/react-query';
import { answer, api } from './ask.js';

/** What may be granted, with what each right opens; it changes with the release alone. */
export const useRights = () =>
  useQuery({ queryKey: ['rights'], queryFn: ({ signal }) => answer(api.GET('/rights', { signal })), staleTime: Infinity }).data ?? [];

/** The roles that an account may be opened in; they change with the release alone. */
export const useRoles = () =>
  useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => answer(api.GET('/roles', { signal })), staleTime: Infinity }).data ?? [];
