import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import { submit } from '../../commands/submit.js';
import { today } from '../../moment/day.js';
import type { ListAsked } from './list-asked.js';

export type View = Shapes['ViewShown'];

/** Views of a register: one's own, and those of the unit of one's post. */
export const viewsOf = (register: string) =>
  queryOptions({
    queryKey: ['views', register],
    queryFn: ({ signal }) => answer(api.GET('/registers/{name}/views', { signal, params: { path: { name: register } } })),
  });

/** What of a list's address a view keeps: of which moment it is asked, is said anew each time. */
export const keptIn = ({ at: _at, known: _known, since: _since, ...kept }: ListAsked): ListAsked => kept;

const atUnit = (unit: string, act: 'save-view' | 'drop-view', command: object) =>
  submit({ to: `/units/${unit}/${act}`, command, envelope: { effectiveOn: today() }, key: crypto.randomUUID() });

/** Keeps a view for oneself, or for one's unit where one is named. */
export const saveView = (register: string, name: string, asked: ListAsked, unit: string | undefined): Promise<unknown> => {
  const query = keptIn(asked);
  if (unit !== undefined) return atUnit(unit, 'save-view', { register, name, query });
  return answer(api.POST('/registers/{name}/views', { params: { path: { name: register } }, body: { name, query } }));
};

/** Keeps a view no longer. */
export const dropView = (register: string, { view, owner }: View): Promise<unknown> =>
  owner.kind === 'unit'
    ? atUnit(owner.id, 'drop-view', { view })
    : answer(api.POST('/registers/{name}/views/{view}/drop', { params: { path: { name: register, view } } }));
