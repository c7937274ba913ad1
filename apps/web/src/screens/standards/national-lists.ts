import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../../api/ask.js';
import type { Choice } from '../../forms/choices.js';
import type { WordList } from '../../forms/word-list.js';

interface Lists {
  readonly causes?: readonly Choice[];
  readonly quotas?: readonly (Omit<Choice, 'code'> & { readonly rank: string })[];
}

/** The nation's causes, by which a county's own are counted, and its ranks of helpers: what the values of standards name. */
export function useNationalLists(): ReadonlyMap<WordList, readonly Choice[]> {
  const { data } = useQuery({
    queryKey: ['standards', 'CN', null],
    queryFn: ({ signal }) => answer(api.GET('/standards/in-force', { signal, params: { query: { region: 'CN' } } })),
  });
  return useMemo(() => {
    const { causes = [], quotas = [] } = Object.assign({}, ...(data?.standards ?? []).map(({ value }) => value)) as Lists;
    return new Map<WordList, readonly Choice[]>([
      ['cause-codes', causes],
      ['helper-quotas', quotas.map(({ rank, en, zh }) => ({ code: rank, en, zh }))],
    ]);
  }, [data]);
}
