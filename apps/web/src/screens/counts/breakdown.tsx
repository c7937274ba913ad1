import { Link } from '@tanstack/react-router';
import type { Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import { codeWords } from '../../forms/code-filter.js';
import { useWords } from '../../i18n/words.js';
import './breakdown.css';

interface Props {
  readonly title: string;
  readonly lines: readonly Shapes['CountLine'][];
  /** Which filter a line sets. */
  readonly name: 'region' | 'standing' | 'cause' | 'attribute';
}

/** A figure broken down: a line a kind, with its share as a bar; each line drills down. */
export function Breakdown({ title, lines, name }: Props) {
  const t = useWords();
  const most = Math.max(1, ...lines.map(({ households }) => households));
  return (
    <section className="breakdown">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`filter.${name}`)}</th>
            <th scope="col">{t('counts.households')}</th>
            <th scope="col">{t('counts.people')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key ?? ''}>
              <th scope="row">
                <Name line={line} name={name} />
                <span className="share" style={{ width: `${String((line.households / most) * 100)}%` }} />
              </th>
              <td>{line.households.toLocaleString()}</td>
              <td>{line.people.toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Name({ line: { key, en, zh, setIn, since }, name }: { readonly line: Shapes['CountLine'] } & Pick<Props, 'name'>) {
  const t = useWords();
  const { nameOf } = useRegions();
  if (key === null) return <>{t('counts.none')}</>;
  const word = codeWords({ key, en, zh, setIn, since }, t, nameOf);
  return (
    <Link to="/counts" search={(before) => ({ ...before, [name]: key })}>
      {word}
    </Link>
  );
}
