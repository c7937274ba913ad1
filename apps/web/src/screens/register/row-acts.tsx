import { Acts } from '../../commands/acts.js';
import { useWords } from '../../i18n/words.js';
import { askingOf, type ListActs } from './list-acts.js';
import type { RegisterRow } from './register-shapes.js';

/** What one may do about a row. */
export function RowActs({ row, acts }: { readonly row: RegisterRow; readonly acts: ListActs }) {
  const t = useWords();
  return (
    <Acts
      acts={acts.of(row)}
      more={t('problem.moreActs', { number: acts.target(row).name })}
      onAct={(act) => acts.onAct(askingOf(acts, row, act))}
    />
  );
}
