import { Acts } from '../../commands/acts.js';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import { useWords } from '../../i18n/words.js';

interface Concerned {
  readonly id: string;
  readonly number: string;
  readonly village: string;
}
interface Props {
  readonly problem: Concerned;
  readonly acts: readonly Act[];
  readonly revision?: number | undefined;
  readonly onAct: (asking: Asking) => void;
}

/** What one may do about a problem. */
export function ProblemAct({ problem: { id, number, village }, acts, revision, onAct }: Props) {
  const t = useWords();
  const ask = (act: Act) => onAct({ act, of: `/households/${id}`, region: village, fixed: { problem: number }, revision });
  return <Acts acts={acts} more={t('problem.moreActs', { number })} onAct={ask} />;
}
