import { actsOn } from '../../commands/acts-on.js';
import { useMay } from '../../session/may.js';
import { useWords } from '../../words/words.js';
import type { ProblemLine } from './problem-line.js';

interface Parts {
  readonly problem: ProblemLine;
  readonly chosen: boolean;
  readonly onChoose: (problem: ProblemLine, chosen: boolean) => void;
}

/** Chooses a line about which one may do anything; a plain box, as a ledger has thousands. */
export function Choice({ problem, chosen, onChoose }: Parts) {
  const t = useWords();
  const may = useMay();
  if (actsOn(problem.status, (wanted) => may(wanted, problem.village)).length === 0) return null;
  return (
    <input
      type="checkbox"
      checked={chosen}
      onChange={({ target }) => onChoose(problem, target.checked)}
      aria-label={t('bulk.pick', { number: problem.number })}
    />
  );
}
