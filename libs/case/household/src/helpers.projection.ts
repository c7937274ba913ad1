import { stateProjection } from '@lookback/log/read-model';
import { HelperRow } from './helper.entity.js';
import { household } from './household.js';

/** Who helps which household, and who has. */
export const helpers = stateProjection({
  name: 'helpers',
  kind: household.name,
  chapter: household,
  tables: { helper: HelperRow },
  rows: ({ state: { assistance } }) => ({ helper: assistance.helpers.map((helping, n) => ({ n, ...helping })) }),
});
