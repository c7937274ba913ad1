import { erased, type PersonId } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { plainName, plainPhone } from '../alike.js';
import { OfficialRow } from './official.entity.js';
import { person } from './person.js';
import type { Person } from './person.decider.js';

/** By which two names are seen to be the same; never in an entry. */
export const sameName = (keys: Pick<Keys, 'lookup'>, name: string): string => keys.lookup('official-name', plainName(name));

/** By which two telephone numbers are seen to be the same; never in an entry. */
export const samePhone = (keys: Pick<Keys, 'lookup'>, phone: string): string => keys.lookup('official-phone', plainPhone(phone));

/** By which the beginning of a name is looked for. */
const longestBeginning = 8;
const beginningsOf = (name: string): string[] =>
  Array.from(plainName(name))
    .slice(0, longestBeginning)
    .map((_, i, letters) => letters.slice(0, i + 1).join(''));

/** Officials and their posts. */
export const officials = (keys: Pick<Keys, 'lookup'>) =>
  stateProjection({
    name: 'officials',
    kind: person.name,
    chapter: person,
    tables: { official: OfficialRow },
    rows: ({ state, stream }) => {
      if (state === null || state.name.value === erased) return { official: [] };
      const own = {
        person: stream.slice(person.name.length + 1) as PersonId,
        sameName: sameName(keys, state.name.value),
        samePhone: state.phone === null || state.phone.value === erased ? null : samePhone(keys, state.phone.value),
        begins: beginningsOf(state.name.value).map((beginning) => sameName(keys, beginning)),
        region: state.region,
      };
      return { official: postsOf(state).map((post, n) => ({ ...own, n, ...post })) };
    },
  });

const none = { unit: null, post: null, level: null, unitRegion: null, since: null, until: null };

function postsOf({ posts, ended }: Person): Pick<OfficialRow, keyof typeof none>[] {
  const all = [...posts.map((post) => ({ ...post, until: null })), ...ended];
  const rows = all.map(({ unit, post, level, region: unitRegion, since, until }) => ({ unit, post, level, unitRegion, since, until }));
  return rows.length > 0 ? rows : [none];
}
