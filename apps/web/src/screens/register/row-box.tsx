import { useWords } from '../../i18n/words.js';
import { type ChosenRows, useIsChosen } from './chosen-rows.js';
import type { RegisterRow } from './register-shapes.js';

interface Props {
  readonly row: RegisterRow;
  readonly called: string;
  readonly chosen: ChosenRows;
}

/** Chooses a row; a plain box, as a list has hundreds. */
export function RowBox({ row, called, chosen }: Props) {
  const t = useWords();
  const isChosen = useIsChosen(chosen, row);
  return (
    <input
      type="checkbox"
      checked={isChosen}
      onChange={({ target }) => chosen.choose(row, target.checked)}
      aria-label={t('list.pick', { row: called })}
    />
  );
}
