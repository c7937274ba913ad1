import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { answer, api, type Shapes } from './ask.js';

type Region = Shapes['RegionShown'];

/** The divisions in which one may do anything, with their names. They change with years, not with minutes. */
export function useRegions() {
  const { data } = useQuery({
    queryKey: ['regions'],
    queryFn: ({ signal }) => answer(api.GET('/regions', { signal, params: { query: {} } })),
    staleTime: Infinity,
  });
  const regions = useMemo<readonly Region[]>(() => data?.regions ?? [], [data]);
  const byCode = useMemo(() => new Map(regions.map((region) => [region.code, region])), [regions]);
  const nameOf = useCallback((code: string | null | undefined) => (code == null ? '—' : (byCode.get(code)?.name ?? code)), [byCode]);
  /** The name with those of the county and township that it lies in. */
  const pathOf = useCallback(
    (code: string) =>
      [6, 9, 12]
        .filter((digits) => digits <= code.length)
        .map((digits) => byCode.get(code.slice(0, digits))?.name)
        .filter(Boolean)
        .join('') ||
      (byCode.get(code)?.name ?? code),
    [byCode],
  );
  return { regions, nameOf, pathOf };
}
