import { useWords } from '../../i18n/words.js';
import type { Fault } from './report.js';
import './faults.css';

/** What cannot be taken: sheet, row, column, value and reason, as the workbook of refused rows marks them. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useWords();
  if (faults.length === 0) return null;
  return (
    <table className="faults">
      <caption className="hint">{t('imports.faults', { count: faults.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.sheet')}</th>
          <th scope="col">{t('imports.row')}</th>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col">{t('imports.value')}</th>
          <th scope="col">{t('imports.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.sheet} ${String(fault.row)} ${fault.column} ${fault.en}`}>
            <td>{fault.sheet}</td>
            <td>{fault.row}</td>
            <td>{fault.column || '—'}</td>
            <td>{fault.value}</td>
            <td>{t.both(fault)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
