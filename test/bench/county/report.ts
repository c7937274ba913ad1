import type { Took } from './asking.js';
import type { TableSize } from './moments.js';

const figure = (value: number | undefined) => (value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 1 }));

/** What the questions took, as a table of Markdown. */
export const tableOf = (results: readonly Took[]): string =>
  [
    '| what | rows | p50 ms | p95 ms | p99 ms | just after start | goal |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...results.map(
      ({ what, rows, p50, p95, p99, first, goal, met }) =>
        `| ${what} | ${figure(rows)} | ${figure(p50)} | ${figure(p95)} | ${figure(p99)} | ${figure(first)} | < ${figure(goal)}${met ? '' : ' (missed)'} |`,
    ),
    '',
  ].join('\n');

/** How large the read models are, as a table of Markdown. */
export const sizesTold = (sizes: readonly TableSize[]): string =>
  [
    '| table | rows | MB | indexes MB |',
    '| --- | --: | --: | --: |',
    ...sizes.map(({ table, rows, tableMB, indexMB }) => `| ${table} | ${figure(rows)} | ${figure(tableMB)} | ${figure(indexMB)} |`),
    '',
  ].join('\n');
