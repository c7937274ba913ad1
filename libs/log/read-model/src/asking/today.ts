import type { AnyRegister } from '@lookback/kernel';
import { tableName, whole } from '../declaration/register-tables.js';

/** The rows of a register as they stand today, each with the stream of its subject: for FROM, in brackets. */
export const todays = ({ name }: AnyRegister): string =>
  `(SELECT s.stream, r.* FROM read.${tableName(name, whole, 'known')} r JOIN read.subject s ON s.opened = r.subject WHERE r.to_day = 'infinity')`;
