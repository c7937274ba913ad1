import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import type { EntryNarrative } from '../../components/entry.js';
import type { MomentAsked } from '../../moment/moment-asked.js';

const asked = ({ at, known }: MomentAsked) => ({ ...(at && { at }), ...(known && { known }) });

/** The file at a moment. A moment that is over gives the same answer for ever. */
export const fileOf = (id: string, moment: MomentAsked) =>
  queryOptions({
    queryKey: ['household', id, 'file', asked(moment)],
    queryFn: ({ signal }) => answer(api.GET('/households/{id}', { signal, params: { path: { id }, query: asked(moment) } })),
    placeholderData: keepPreviousData,
    ...(moment.at && moment.known?.startsWith('@') && { staleTime: Infinity }),
  });

export const historyOf = (id: string, known?: string) =>
  queryOptions({
    queryKey: ['household', id, 'history', known ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET('/households/{id}/history', { signal, params: { path: { id }, query: known ? { known } : {} } })),
    placeholderData: keepPreviousData,
  });

/** Of a history what had taken effect by a day: of what came later a view of that day says nothing. */
export const entriesBy = (at: string, entries: readonly EntryNarrative[] = []): readonly EntryNarrative[] =>
  entries.filter(({ effectiveOn }) => effectiveOn <= at);

/** The entries behind every field. */
export const whyOf = (id: string, moment: MomentAsked) =>
  queryOptions({
    queryKey: ['household', id, 'why', asked(moment)],
    queryFn: ({ signal }) => answer(api.GET('/households/{id}/why', { signal, params: { path: { id }, query: asked(moment) } })),
  });

/** Those behind one field, and behind what lies within it. */
export function entriesBehind(why: Shapes['SubjectWhy'] | undefined, of: string): readonly EntryNarrative[] {
  if (!why) return [];
  const behind = new Set(why.fields.filter(({ field }) => field === of || field.startsWith(`${of}.`)).flatMap(({ setBy }) => setBy));
  return why.entries.filter(({ position }) => behind.has(position));
}

/** What differs between two moments. */
export const diffOf = (id: string, a: MomentAsked, b: MomentAsked) =>
  queryOptions({
    queryKey: ['household', id, 'diff', asked(a), asked(b)],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/households/{id}/diff', {
          signal,
          params: { path: { id }, query: { ...asked(a), ...(b.at && { vsAt: b.at }), ...(b.known && { vsKnown: b.known }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
