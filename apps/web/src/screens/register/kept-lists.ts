import { useEffect } from 'react';
import { useSession } from '../../session/may.js';
import type { ListAsked } from './list-asked.js';

/** Codes, ids and days of how each list was left, by account and register; gone with the session, as all that stands there. */
const place = (account: string) => `lookback.lists.${account}`;

type Kept = Readonly<Record<string, ListAsked>>;

const keptOf = (account: string): Kept => {
  try {
    return JSON.parse(sessionStorage.getItem(place(account)) ?? '{}') as Kept;
  } catch {
    return {}; // somebody else wrote there
  }
};

/** Opened without saying which rows, a list stands as it was left in this session; nothing of a moment is kept, which is asked for anew. */
export function useKeptList(register: string, asked: ListAsked, restore: (asked: ListAsked) => void): { readonly forget: () => void } {
  const account = useSession()?.account ?? '';
  const bare = Object.keys(asked).length === 0;
  useEffect(() => {
    const left = keptOf(account)[register];
    if (bare && left && Object.keys(left).length > 0) restore(left);
  }, [account, register]); // once, as the list is opened
  const { at: _at, known: _known, since: _since, ...kept } = asked;
  const said = JSON.stringify(kept);
  useEffect(() => {
    if (!bare) sessionStorage.setItem(place(account), JSON.stringify({ ...keptOf(account), [register]: JSON.parse(said) as ListAsked }));
  }, [account, register, said, bare]);
  return { forget: () => sessionStorage.setItem(place(account), JSON.stringify({ ...keptOf(account), [register]: {} })) };
}
