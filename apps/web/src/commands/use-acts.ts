import { useQuery } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../api/ask.js';
import { Acts } from './act.js';

/** Where what acts there are is kept for a form that is opened without a signal. It names nobody. */
const place = 'lookback.acts';
/** By which console it was kept: another one may read acts of another shape. Its file is called by a digest of what stands in it. */
const builtAs = import.meta.url;

interface Kept {
  readonly by: string;
  readonly every: Shapes['EveryAct'];
}
const none = new Acts([]);
const hour = 3_600_000;

const kept = (): Shapes['EveryAct'] | undefined => {
  const text = localStorage.getItem(place);
  const { by, every } = (text === null ? {} : JSON.parse(text)) as Partial<Kept>;
  return by === builtAs ? every : undefined;
};
/** One object for one answer, however many ask. */
const books = new WeakMap<object, Acts>();
function bookOf(every: Shapes['EveryAct']): Acts {
  const book = books.get(every) ?? Acts.from(every);
  books.set(every, book);
  return book;
}

/** The acts that the server knows; none until they have come. */
export function useActs(): Acts {
  const { data } = useQuery({
    queryKey: ['acts'],
    queryFn: async ({ signal }) => {
      const every = await answer(api.GET('/acts', { signal }));
      localStorage.setItem(place, JSON.stringify({ by: builtAs, every } satisfies Kept));
      return every;
    },
    staleTime: hour,
    initialData: kept,
    initialDataUpdatedAt: 0,
  });
  return data ? bookOf(data) : none;
}
