import { machine, type RowTold, type SideTold } from './interleaved.js';

const figure = (value: number | undefined, digits: number) =>
  value === undefined || Number.isNaN(value) ? '' : value.toLocaleString('en-US', { maximumFractionDigits: digits });

const goalOf = ({ goal, ratio }: SideTold, i: number) =>
  goal === undefined
    ? ''
    : i === 0 || goal > 1_000
      ? `≥ ${figure(goal, 0)}/s`
      : `≥ ${figure(goal, 0)} ×${ratio >= goal ? '' : ' (missed)'}`;

/** The results as a table of Markdown: medians of the runs. */
export function tableOf(results: readonly RowTold[]): string {
  const { cores, memoryGB, node } = machine();
  const lines = results.flatMap(({ row, what, sides }) =>
    sides.map(
      (side, i) =>
        `| ${i ? '' : `${row}: ${what}`} | ${side.side} | ${figure(side.rate, 0)} | ${figure(side.p50, 2)} | ${figure(side.p99, 2)} | ${figure(side.cpu, 0)} | ${i ? `${figure(side.ratio, 2)} ×` : ''} | ${goalOf(side, i)} |`,
    ),
  );
  return [
    `${String(cores)} cores, ${String(memoryGB)} GB, Node ${node}; medians of interleaved runs, durable commits.`,
    '',
    '| what | who | /s | p50 ms | p99 ms | CPU µs (Node) | ratio | goal |',
    '| --- | --- | --: | --: | --: | --: | --: | --- |',
    ...lines,
    '',
  ].join('\n');
}
