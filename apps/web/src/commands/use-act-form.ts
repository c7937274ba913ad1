import { useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { answer, api, type Shapes } from '../api/ask.js';
import { Choices, type Choice } from '../forms/choices.js';
import type { FormValues } from '../forms/field.js';
import type { WordList } from '../forms/word-list.js';
import { isDay, today } from '../moment/day.js';
import type { Act } from './act.js';
import type { FormState } from './command-fields.js';

/** What a form begins with, as the server says it. */
interface ActForm {
  /** What can be chosen in fields that take codes of lists. */
  readonly choices: ReadonlyMap<WordList, readonly Choice[]>;
  readonly prefill: FormValues;
  /** What would refuse it, whatever else is typed. */
  readonly foreseen: Shapes['FormShown']['refusals'];
}

const nothing: Pick<ActForm, 'prefill' | 'foreseen'> = { prefill: {}, foreseen: [] };

/**
 * Asks the server for the form of an act of a subject on record, for the day that is typed, today's where that is none yet. Of what is not
 * on record yet the lists are those of the page.
 */
export function useActForm(act: Act, of: string, said: FormState, fixed: FormValues = {}): ActForm {
  const asked = act.within ?? act;
  const wanted = said.command['wanted'] as FormValues | undefined;
  const typed = (act.within ? wanted : said.envelope)?.['effectiveOn'];
  const page = use(Choices);
  const [, plural, id] = of.split('/');
  const on = typeof typed === 'string' && isDay(typed) ? typed : today();
  const about = act.within || asked.about === undefined ? undefined : fixed[asked.about];
  const query = { on, ...(typeof about === 'string' && { about }) };
  const isAsked = id !== undefined && (act.within !== undefined || !act.opens);
  const { data } = useQuery({
    queryKey: ['act', of, asked.path, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`/${plural ?? ''}/{id}/acts/{command}` as '/households/{id}/acts/{command}', {
          signal,
          params: { path: { id: id ?? '', command: asked.path }, query },
        }),
      ),
    enabled: isAsked,
  });
  return useMemo(() => {
    if (!data) return { choices: page, ...nothing };
    const choices = new Map(data.fields.map(({ list, choices }) => [list, choices]));
    const own = choices.size > 0 ? choices : page;
    return act.within ? { choices: own, ...nothing } : { choices: own, prefill: data.prefill, foreseen: data.refusals };
  }, [data, page, act]);
}
