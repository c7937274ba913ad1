import { inHundredths } from '../../forms/form-values.js';
import type { Words } from '../../i18n/words.js';
import type { Cell, RegisterColumn } from './register-shapes.js';

type Kind = Pick<RegisterColumn, 'kind' | 'words'>;

/** What stands in a cell, in words; nothing where it is empty. */
export function cellText({ kind, words }: Kind, cell: Cell | undefined, t: Words): string {
  if (cell === undefined || cell.value === null) return '';
  if (cell.said !== null) return t.both(cell.said);
  const { value } = cell;
  if (typeof value === 'boolean') return t(value ? 'say.yes' : 'say.no');
  if (kind === 'fen') return inHundredths(Number(value));
  if (kind === 'code') return t.listed(words?.[String(value)], String(value));
  return String(value);
}

/** Figures line up at their ends. */
export const isFigure = ({ kind }: Pick<RegisterColumn, 'kind'>): boolean => kind === 'count' || kind === 'fen';

/** A figure with its thousands apart, as it stands on a page. */
export function figureText({ kind }: Pick<RegisterColumn, 'kind'>, value: number, t: Words): string {
  const amount = kind === 'fen' ? value / 100 : value;
  const text = amount.toLocaleString('en', kind === 'fen' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {});
  return kind === 'fen' ? `${text} ${t('unit.yuan')}` : text;
}
