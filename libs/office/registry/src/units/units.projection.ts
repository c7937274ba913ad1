import type { UnitId } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import { unit } from './unit.js';
import { UnitRow } from './unit.entity.js';

/** Public bodies. */
export const units = stateProjection({
  name: 'units',
  kind: unit.name,
  chapter: unit,
  tables: { unit: UnitRow },
  rows: ({ state, stream }) => ({ unit: state ? [{ unit: stream.slice(unit.name.length + 1) as UnitId, ...state }] : [] }),
});
