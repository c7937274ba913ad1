import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import type { EntryNarrative } from '../../components/entry.js';
import type { MomentAsked } from '../../moment/moment-asked.js';

/** The file of a subject: of its own shape, or as every kind has it. */
export type AnyFile = Shapes['HouseholdFileShown'] | Shapes['SubjectFileShown'];

const asked = ({ at, known }: MomentAsked) => ({ ...(at && { at }), ...(known && { known }) });
/** Every kind is asked alike, at an address such as `/units/…`; the client's types are those of one of them. */
const of = { path: { id: '' } };

/** The file at a moment. A moment that is over gives the same answer for ever. */
export const fileOf = (subject: string, moment: MomentAsked) =>
  queryOptions({
    queryKey: ['subject', subject, 'file', asked(moment)],
    queryFn: async ({ signal }): Promise<AnyFile> =>
      answer(api.GET(subject as '/units/{id}', { signal, params: { ...of, query: asked(moment) } })),
    placeholderData: keepPreviousData,
    ...(moment.at && moment.known?.startsWith('@') && { staleTime: Infinity }),
  });

export const historyOf = (subject: string, known?: string) =>
  queryOptions({
    queryKey: ['subject', subject, 'history', known ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET(`${subject}/history` as '/units/{id}/history', { signal, params: { ...of, query: known ? { known } : {} } })),
    placeholderData: keepPreviousData,
  });

/** What waits for a second person. */
export const proposalsOf = (subject: string) =>
  queryOptions({
    queryKey: ['subject', subject, 'proposals'],
    queryFn: ({ signal }) => answer(api.GET(`${subject}/proposals` as '/units/{id}/proposals', { signal, params: of })),
  });

/** What a form begins with that corrects an entry: asked anew each time, as somebody may have corrected it since. */
export const correctionOfEntry = (subject: string, entry: string) =>
  queryOptions({
    queryKey: ['subject', subject, 'correction', entry],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`${subject}/entries/{entry}/correction` as '/units/{id}/entries/{entry}/correction', {
          signal,
          params: { path: { id: '', entry } },
        }),
      ),
    staleTime: 0,
  });

/** Of a history what had taken effect by a day: of what came later a view of that day says nothing. */
export const entriesBy = (at: string, entries: readonly EntryNarrative[] = []): readonly EntryNarrative[] =>
  entries.filter(({ effectiveOn }) => effectiveOn <= at);

/** The entries behind every field. */
export const whyOf = (subject: string, moment: MomentAsked) =>
  queryOptions({
    queryKey: ['subject', subject, 'why', asked(moment)],
    queryFn: ({ signal }) => answer(api.GET(`${subject}/why` as '/units/{id}/why', { signal, params: { ...of, query: asked(moment) } })),
  });

/** Those behind one field, and behind what lies within it. */
export function entriesBehind(why: Shapes['SubjectWhy'] | undefined, field: string): readonly EntryNarrative[] {
  if (!why) return [];
  const within = why.fields.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  const behind = new Set(within.flatMap(({ setBy }) => setBy));
  return why.entries.filter(({ position }) => behind.has(position));
}

/** What differs between two moments. */
export const diffOf = (subject: string, a: MomentAsked, b: MomentAsked) =>
  queryOptions({
    queryKey: ['subject', subject, 'diff', asked(a), asked(b)],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`${subject}/diff` as '/units/{id}/diff', {
          signal,
          params: { ...of, query: { ...asked(a), ...(b.at && { vsAt: b.at }), ...(b.known && { vsKnown: b.known }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** On which clock a field is gone through, as of which moment. */
interface OnClock {
  readonly clock: 'happened' | 'recorded';
  readonly at: string;
  readonly known: string;
}

/** Every entry at which a field changed, on one clock. */
export const changesOf = (subject: string, field: string, { clock, at, known }: OnClock) =>
  queryOptions({
    queryKey: ['subject', subject, 'changes', field, clock, clock === 'happened' ? known : at],
    queryFn: ({ signal }) =>
      answer(api.GET(`${subject}/changes` as '/units/{id}/changes', { signal, params: { ...of, query: { field, clock, at, known } } })),
    placeholderData: keepPreviousData,
  });
