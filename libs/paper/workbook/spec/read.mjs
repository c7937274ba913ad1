// Reads the workbook named on the command line to its end under the column 姓名; prints what came of it and the most memory it took, in MiB.
import { readFile } from 'node:fs/promises';

const { readSheet } = await import('../src/index.js');
let memory = 0;
const watch = () => (memory = Math.max(memory, process.memoryUsage.rss()));
setInterval(watch, 5).unref();
let rows = 0;
let rule = 'none';
try {
  const sheet = await readSheet(await readFile(process.argv[2]), { columns: [{ name: '姓名' }] });
  for await (const row of sheet.rows) rows += row.text('姓名') === '' ? 0 : 1;
} catch (refusal) {
  rule = refusal.rule ?? String(refusal);
}
console.log(JSON.stringify({ rule, rows, memory: Math.round(watch() / 1024 / 1024) }));
