import { useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { answer, api } from '../api/ask.js';
import { Choices, type Choice } from '../forms/choices.js';
import type { WordList } from '../forms/word-list.js';
import type { Fields, FormValues } from '../forms/field.js';
import { isDay, today } from '../moment/day.js';
import type { FormState } from './command-fields.js';
import type { Description } from './description.js';

const isListed = (fields: Fields): boolean =>
  Object.values(fields).some(
    (field) => field.kind === 'listed' || field.kind === 'listed-several' || ('fields' in field && isListed(field.fields)),
  );

/**
 * What can be chosen in the fields of a command that take codes of lists, where whom it is asked of lies, on the day that is typed;
 * today's where that is none yet. Of what has no lists of its own, those of the page.
 */
export function useChoices(description: Description, of: string, said: FormState): ReadonlyMap<WordList, readonly Choice[]> {
  const { fields, ...asked } = description.corrects ?? description;
  const path = asked.listsOf ?? asked.path;
  const wanted = said.command['wanted'] as FormValues | undefined;
  const typed = (description.corrects ? wanted : said.envelope)?.['effectiveOn'];
  const page = use(Choices);
  const [, plural, id] = of.split('/');
  const on = typeof typed === 'string' && isDay(typed) ? typed : today();
  const asks = plural !== 'standards' && isListed(fields);
  const { data } = useQuery({
    queryKey: ['act', of, path, on],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`/${plural ?? ''}/{id}/acts/{command}` as '/households/{id}/acts/{command}', {
          signal,
          params: { path: { id: id ?? '', command: path }, query: { on } },
        }),
      ),
    enabled: asks,
  });
  return useMemo(() => (asks ? new Map((data?.fields ?? []).map(({ list, choices }) => [list, choices])) : page), [asks, data, page]);
}
