import type { ReactNode } from 'react';
import './lines-table.css';

interface Props<Line> {
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly called: string }[];
  readonly lines: readonly Line[];
  readonly cell: (line: Line, name: string) => ReactNode;
}

/** Lines of the same fields within a value, one row each; as wide as they are, in a part of the page that is scrolled by itself. */
export function LinesTable<Line>({ label, columns, lines, cell }: Props<Line>) {
  return (
    <div className="lines-table" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, called }) => (
              <th key={name} scope="col">
                {called}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              {columns.map(({ name }) => (
                <td key={name}>{cell(line, name)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
