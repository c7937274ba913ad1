import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { exchange } from '../api/file.js';

/** A photo without its metadata, or a PDF, as an address of this page; it lasts as long as it is shown. */
export function useAttachment(of: string, digest: string, wanted: boolean) {
  const { data, error } = useQuery({
    queryKey: ['paper', of, digest],
    queryFn: async ({ signal }) => (await exchange(`${of}/attachments/${digest}/view`, { signal })).blob(),
    enabled: wanted,
    staleTime: Infinity,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [data]);
  return { url, kind: data?.type, error };
}
