import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { exchange } from '../../api/file.js';
import { intoAddress } from '../../moment/address.js';
import { limits } from '../../api/asked.js';
import type { ListAsked } from './list-asked.js';
import type { RegisterChanges, RegisterCounts, RegisterPage } from './register-shapes.js';

/** As many rows as come at once to be looked at. */
const pageSize = 100;
/** As many as come at once to be copied. */
const copiedAtOnce = 500;

/** Which rows of which register; the text typed goes in the body, not in an address. */
export interface ListQuery {
  readonly register: string;
  readonly asked: ListAsked;
  readonly text: string;
  /** The columns that are shown. */
  readonly columns: readonly string[];
  /** Those that are looked at besides. */
  readonly needs: readonly string[];
  /** Registers whose rows of the same subjects come with them. */
  readonly beside: readonly string[];
}

const json = async <T>(path: string, signal: AbortSignal, body?: object): Promise<T> => {
  const response = await exchange(path, {
    signal,
    limitMs: limits.answer,
    headers: { Accept: 'application/json' },
    ...(body && { method: 'POST', body: new Blob([JSON.stringify(body)], { type: 'application/json' }) }),
  });
  return (await response.json()) as T;
};

const pageOf = <Page>(
  { register, asked, text, columns, needs, beside }: ListQuery,
  after: string,
  limit: number,
  signal: AbortSignal,
): Promise<Page> => {
  const which = { columns: [...columns, ...needs].join(','), ...(beside.length > 0 && { with: beside.join(',') }) };
  const query = { ...asked, ...which, ...(after !== '' && { after }), limit: String(limit) };
  if (text !== '') return json(`/registers/${register}/search`, signal, { ...query, text });
  return json(`/registers/${register}${intoAddress(query)}`, signal);
};

/** The rows of a list, page by page. */
export const rowsOf = (list: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['register', list.register, list.asked, list.text, list.columns, list.needs],
    queryFn: ({ pageParam, signal }) => pageOf<RegisterPage>(list, pageParam, pageSize, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: list.columns.length > 0 && list.asked['since'] === undefined,
  });

/** What changed in a list since the day or position that its address names, page by page. */
export const changesOf = (list: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['register changes', list.register, list.asked, list.columns, list.needs],
    queryFn: ({ pageParam, signal }) => pageOf<RegisterChanges>(list, pageParam, pageSize, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: list.columns.length > 0 && list.asked['since'] !== undefined,
  });

/** How many rows of a register have the same cells in some columns. */
export const countsOf = (register: string, by: readonly string[], asked: ListAsked) =>
  queryOptions({
    queryKey: ['register counts', register, by, asked],
    queryFn: ({ signal }) => json<RegisterCounts>(`/registers/${register}/counts${intoAddress({ ...asked, by: by.join(',') })}`, signal),
    meta: { live: true },
  });

/** All rows of a list as of one moment, at most so many: tells how many have come. */
export async function everyRow(
  list: ListQuery,
  most: number,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<readonly RegisterPage['rows'][number][]> {
  const rows: RegisterPage['rows'][number][] = [];
  let after: string | null | undefined = '';
  let asked = list.asked;
  while (after != null && rows.length < most) {
    const page: RegisterPage = await pageOf<RegisterPage>({ ...list, asked }, after, Math.min(copiedAtOnce, most - rows.length), signal);
    rows.push(...page.rows);
    onRows(rows.length);
    asked = { ...list.asked, known: `@${String(page.position)}` }; // what is recorded meanwhile moves no page
    after = page.next;
  }
  return rows;
}
