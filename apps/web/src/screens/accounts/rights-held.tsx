import { useWords } from '../../i18n/words.js';
import type { RegisterRow } from '../register/register-shapes.js';

/** The rights that an account holds on the day of the list, in words: each with where it holds. */
export function RightsHeld({ row }: { readonly row: RegisterRow }) {
  const t = useWords();
  const places = new Map<string, string[]>();
  for (const { right, region, unit } of row.with?.['rights'] ?? []) {
    const called = right?.said ? t.both(right.said) : String(right?.value ?? '');
    const where = unit?.said
      ? t('accounts.withUnit', { unit: t.both(unit.said) })
      : region?.value === 'CN'
        ? t('region.all')
        : region?.said
          ? t.both(region.said)
          : String(region?.value ?? '');
    places.set(called, [...(places.get(called) ?? []), where]);
  }
  const text = [...places].map(([right, where]) => `${right} · ${where.join('、')}`).join('；');
  return text === '' ? <span className="hint">{t('accounts.noRight')}</span> : <span title={text}>{text}</span>;
}
