import { erased, type PersonId, type UnitId } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { OfficialRow } from './official.entity.js';
import { person } from './person.js';
import { unit } from './unit.js';
import { UnitRow } from './unit.entity.js';

/** By which two names are seen to be the same; never in an entry. */
export const sameName = (keys: Pick<Keys, 'lookup'>, name: string): string => keys.lookup('official-name', name);

/** Officials and the units of their posts. */
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
        region: state.region,
      };
      const held = [...new Set(state.posts.map((post) => post.unit))];
      return { official: (held.length > 0 ? held : [null]).map((heldIn, n) => ({ ...own, n, unit: heldIn })) };
    },
  });

/** Public bodies. */
export const units = stateProjection({
  name: 'units',
  kind: unit.name,
  chapter: unit,
  tables: { unit: UnitRow },
  rows: ({ state, stream }) => ({
    unit: state ? [{ unit: stream.slice(unit.name.length + 1) as UnitId, name: state.name, region: state.region }] : [],
  }),
});
