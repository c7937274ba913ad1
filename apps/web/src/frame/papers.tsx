import { createContext, use } from 'react';
import { Paper } from './paper.js';

/** Whose photos and papers the digests below name. */
export const PapersOf = createContext<{
  /** Such as `/households/…`. */
  readonly of: string;
  /** Where it lies, as far as that is known. */
  readonly region?: string | undefined;
} | null>(null);

/** Photos and papers by digest, small; each opens. */
export function Papers({ digests }: { readonly digests: readonly string[] }) {
  const papers = use(PapersOf);
  if (papers === null) return <>{digests.map((digest) => digest.slice(0, 12)).join(', ')}</>;
  return (
    <span className="papers">
      {digests.map((digest) => (
        <Paper key={digest} {...papers} digest={digest} />
      ))}
    </span>
  );
}
