import { useWords } from '../i18n/words.js';
import { type Column, widthOf } from './column.js';

interface Props {
  readonly columns: readonly Pick<Column<never>, 'key' | 'title' | 'width' | 'least' | 'align' | 'stays' | 'sort'>[];
  readonly order: readonly string[] | undefined;
  readonly onSort: ((column: string) => void) | undefined;
}

/** The titles of a table's columns; one by which rows can be ordered is a button that does so. */
export function TableHead({ columns, order, onSort }: Props) {
  const t = useWords();
  return (
    <div className="table-head" role="rowgroup">
      <div className="row" role="row" aria-rowindex={1}>
        {columns.map(({ key, title, width, least, align, stays, sort }) => {
          const sorted = sortedBy(key, order);
          return (
            <span
              key={key}
              role="columnheader"
              style={widthOf({ width, least })}
              className={classesOf({ align, stays })}
              aria-sort={sort ? (sorted ?? 'none') : undefined}
            >
              {sort && onSort ? (
                <button type="button" className="sort" title={t('table.sort', { column: title })} onClick={() => onSort(key)}>
                  {title}
                  <span className="sorted" aria-hidden>
                    {sorted === undefined ? '' : sorted === 'ascending' ? '▲' : '▼'}
                  </span>
                </button>
              ) : (
                title
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** How the rows stand by a column, where it is the first of their order. */
function sortedBy(column: string, [first]: readonly string[] = []): 'ascending' | 'descending' | undefined {
  if (first === column) return 'ascending';
  return first === `-${column}` ? 'descending' : undefined;
}

interface Standing {
  readonly main?: boolean | undefined;
  readonly align?: 'end' | undefined;
  readonly stays?: 'start' | 'end' | undefined;
}

/** The classes of a cell; of a title those of its column, which heads no card. */
export const classesOf = ({ main, align, stays }: Standing): string | undefined =>
  [main && 'main', align, stays && `stays-${stays}`].filter(Boolean).join(' ') || undefined;
