import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { registers } from '../../api/registers.js';
import { RegisterList } from './register-list.js';
import type { RegisterDescription } from './register-shapes.js';

const route = getRouteApi('/lists/$name');
const empty = { fits: 'list.fitsNone', none: 'list.none' } as const;
/** As many columns and filters as a list begins with where no screen chooses them. */
const begin = { columns: 10, filters: 5 };

/** Any register as a list: what its description says of it is all that this knows. */
export function AnyList() {
  const { name } = route.useParams();
  const description = useQuery(registers).data?.registers.find((one) => one.name === name);
  return (
    <RegisterList
      key={name}
      name={name}
      title={description?.called ?? 'list.bar'}
      columns={description ? columnsOf(description) : []}
      filters={description ? filtersOf(description) : []}
      empty={empty}
    />
  );
}

/** What tells the subjects apart first, where they lie last. */
function columnsOf({ columns }: RegisterDescription): string[] {
  const rank = (kind: string) => (kind === 'region' ? 2 : ['text', 'opened', 'person'].includes(kind) ? 0 : 1);
  return columns
    .toSorted((a, b) => rank(a.kind) - rank(b.kind))
    .slice(0, begin.columns)
    .map(({ name }) => name);
}

/** Codes and regions before all else: by these most is looked for. */
function filtersOf({ columns }: RegisterDescription): string[] {
  const rank = (kind: string) => ['code', 'listed', 'yes-no', 'region'].indexOf(kind);
  return columns
    .filter(({ filter }) => filter)
    .toSorted((a, b) => (rank(b.kind) >= 0 ? 1 : 0) - (rank(a.kind) >= 0 ? 1 : 0))
    .slice(0, begin.filters)
    .map(({ name }) => name);
}
