import type { StreamName } from '@lookback/kernel';

/** The log's own stream. */
export const logStream = 'log' as StreamName;
