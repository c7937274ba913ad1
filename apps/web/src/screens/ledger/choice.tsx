import { useWords } from '../../i18n/words.js';
import type { ProblemLine } from './problem-line.js';

interface Props {
  readonly problem: ProblemLine;
  readonly chosen: boolean;
  readonly onChoose: (problem: ProblemLine, chosen: boolean) => void;
}

/** Chooses a line; a plain box, as a ledger has thousands. */
export function Choice({ problem, chosen, onChoose }: Props) {
  const t = useWords();
  return (
    <input
      type="checkbox"
      checked={chosen}
      onChange={({ target }) => onChoose(problem, target.checked)}
      aria-label={t('bulk.pick', { number: problem.number })}
    />
  );
}
