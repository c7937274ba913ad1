import type { UnitId } from '@lookback/kernel';
import { namesFromLog, type NamesLog } from '../names-from-log.js';
import type { UnitName } from '../public-name.js';
import { unitChapter } from './unit.chapter.js';

/** What units are called. An id that is not on record is left out. */
export const unitNames = (log: NamesLog, ids: readonly UnitId[]): Promise<Map<UnitId, UnitName>> =>
  namesFromLog(log, 'unit', ids, unitChapter, ({ name }) => name);
